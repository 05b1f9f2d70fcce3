import * as vscode from "vscode";
import { CloseAction, LanguageClient, TransportKind } from "vscode-languageclient/node";

/** Said to the user as it is. */
export class ServerUnavailable extends Error {}

/** The language server's process and the line to it: started while `alpinize.enable` is true. */
export class Server {
  private client: LanguageClient | undefined;
  /** Starts and stops take their turn, so that a setting switched twice quickly ends in the right state. */
  private turn: Promise<void> = Promise.resolve();

  /** @param module absolute path of the bundled server. */
  constructor(private readonly module: string) {}

  get enabled(): boolean {
    return vscode.workspace.getConfiguration("alpinize").get("enable", true);
  }

  followSetting(): Promise<void> {
    this.turn = this.turn.then(() => (this.enabled ? this.start() : this.halt()));
    return this.turn;
  }

  stop(): Promise<void> {
    this.turn = this.turn.then(() => this.halt());
    return this.turn;
  }

  /** @throws ServerUnavailable when there is no server to ask; the server's own error when it refuses. */
  async request<Result>(method: string, params: object): Promise<Result> {
    await this.turn;
    if (!this.client?.isRunning()) {
      throw new ServerUnavailable(
        "The language server is not running, so nothing can be converted. The output says why.",
      );
    }
    return this.client.sendRequest<Result>(method, params);
  }

  showLog(): void {
    this.client?.outputChannel.show(true);
  }

  /** A failed start is told by the language client once, and again when a command needs the server. */
  private async start(): Promise<void> {
    this.client ??= this.makeClient();
    if (this.client.isRunning()) return;
    await this.client.start().catch((error) => this.client?.error("The server could not be started.", error, false));
  }

  private async halt(): Promise<void> {
    if (this.client?.needsStop()) await this.client.stop();
  }

  private makeClient(): LanguageClient {
    const run = { module: this.module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
    const client: LanguageClient = new LanguageClient(
      "alpinize",
      "Alpinize Language Server",
      { run, debug },
      {
        documentSelector: [
          { language: "dockerfile", scheme: "file" },
          { language: "dockerfile", scheme: "untitled" },
        ],
        diagnosticCollectionName: "alpinize",
        initializationOptions: { convertCommand: "alpinize.convert" },
        initializationFailedHandler: () => false,
        errorHandler: {
          error: (error, message, count) => usual.error(error, message, count),
          // A server that has never answered would only fail again, with one message each time.
          closed: () =>
            client.initializeResult ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true },
        },
      },
    );
    const usual = client.createDefaultErrorHandler();
    return client;
  }
}
