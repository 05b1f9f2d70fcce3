/** Answers kept until there are too many of them; a server lives for days and sees every word its users mistype. */
export class Memo<Answer> {
  readonly #answers = new Map<string, Answer>();

  constructor(private readonly limit = 10_000) {}

  get(question: string, answer: () => Answer): Answer {
    const known = this.#answers.get(question);
    if (known !== undefined || this.#answers.has(question)) return known as Answer;
    const fresh = answer();
    if (this.#answers.size >= this.limit) this.#answers.clear();
    this.#answers.set(question, fresh);
    return fresh;
  }
}
