import * as vscode from "vscode";

/**
 * The first value `check` gives, asked now and after each of the events. Ends with the test's own time limit,
 * and then says what it waited for.
 */
export function until<T>(what: string, events: readonly vscode.Event<never>[], check: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscriptions: vscode.Disposable[] = [];
    const timer = setTimeout(() => end(() => reject(new Error(`waited in vain for ${what}`))), 8_000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      settle();
    };
    const ask = () => {
      const value = check();
      if (value !== undefined) end(() => resolve(value));
    };
    for (const event of events) subscriptions.push(event(ask));
    ask();
  });
}

/** Our diagnostics of the document, once there are any. */
export function findings(uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  return until(`diagnostics of ${uri.path}`, [vscode.languages.onDidChangeDiagnostics as vscode.Event<never>], () => {
    const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "alpinize");
    return own.length > 0 ? own : undefined;
  });
}

/** No diagnostic of ours is left that `which` names. */
export function gone(uri: vscode.Uri, which: (diagnostic: vscode.Diagnostic) => boolean): Promise<true> {
  return until(
    `diagnostics of ${uri.path} to go`,
    [vscode.languages.onDidChangeDiagnostics as vscode.Event<never>],
    () => (vscode.languages.getDiagnostics(uri).some(which) ? undefined : true),
  );
}
