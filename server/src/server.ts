import {
  type CancellationToken,
  CodeLensRefreshRequest,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ProposedFeatures,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toHover } from "./lsp";
import { type Client, openedFolders, readClient } from "./lsp/client";
import { codeActionKinds, offerCodeActions, resolveCodeAction } from "./lsp/code-actions";
import { codeLenses } from "./lsp/code-lens";
import { complete, triggerCharacters } from "./lsp/completion";
import { convert, offerLevels } from "./lsp/conversion";
import { PushedDiagnostics, pullDiagnostics } from "./lsp/diagnostics";
import { Documents } from "./lsp/documents";
import { refuse } from "./lsp/refusals";
import { EditorSettings } from "./lsp/settings";
import { type ConvertParams, convertRequest, type LevelsParams, levelsRequest } from "./protocol";
import { readTablesAhead, version } from "./shipped";

const transports = /^--(stdio|node-ipc|socket|pipe)(=|$)/;
const connection = process.argv.some((argument) => transports.test(argument))
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

const texts = new TextDocuments(TextDocument);
const settings = new EditorSettings(connection, () => documents.settingsChanged(), log);
const documents: Documents = new Documents(texts, (uri) => settings.rulesOf(uri), tell);
let client: Client;
let pushed: PushedDiagnostics | undefined;
const told = new Set<string>();

connection.onInitialize((params: InitializeParams): InitializeResult => {
  client = readClient(params);
  documents.openFolders(openedFolders(params));
  if (!client.pullsDiagnostics)
    pushed = new PushedDiagnostics(connection, documents, client, tell, () => settings.pending);
  return {
    serverInfo: { name: "Alpinize", version },
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      completionProvider: { triggerCharacters },
      codeLensProvider: {},
      codeActionProvider: { codeActionKinds, resolveProvider: client.resolvesEdits },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: "alpinize", interFileDependencies: false, workspaceDiagnostics: false },
      }),
      ...(client.changesFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    },
  };
});

connection.onInitialized(() => {
  void readTablesAhead();
  if (client.watchesFiles) {
    // The files of package managers and of builds, and scripts; those the answers rest on are known by their paths.
    const watchers = [
      { globPattern: "**/*.{txt,lock,json,toml,yaml,yml,hcl,sh,cfg,dockerignore}" },
      { globPattern: "**/{Gemfile,Pipfile,setup.py}" },
    ];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (client.tellsSettings) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: "alpinize" });
  }
  if (client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const folders = await connection.workspace.getWorkspaceFolders();
      documents.openFolders((folders ?? []).map(({ uri }) => uri));
      renewDiagnostics();
    });
  }
});

texts.onDidOpen(({ document }) => {
  if (client.hasSettings) void settings.ask([document.uri]);
});
texts.onDidChangeContent(({ document }) => pushed?.note(document.uri));
texts.onDidClose(({ document }) => {
  settings.forget(document.uri);
  pushed?.note(document.uri);
});

connection.onDidChangeConfiguration(() => {
  if (client.hasSettings) void settings.ask(documents.uris).then(renewDiagnostics);
});

connection.onDidChangeWatchedFiles(({ changes }) => {
  const isStale = changes.map(({ uri }) => documents.fileChanged(uri)).includes(true);
  if (isStale) renewDiagnostics();
});

connection.languages.diagnostics.on(
  answer(({ textDocument, previousResultId }) =>
    pullDiagnostics(documents, client, textDocument.uri, previousResultId),
  ),
);

connection.onHover(
  answer(({ textDocument, position }) => {
    const snapshot = documents.find(textDocument.uri);
    const hover = snapshot?.analysis.hover(snapshot.lines.offsetAt(position));
    return snapshot && hover ? toHover(hover, snapshot.lines, client.hover) : null;
  }),
);

connection.onCompletion(
  answer(({ textDocument, position }) => {
    const snapshot = documents.find(textDocument.uri);
    return snapshot ? complete(snapshot, client, snapshot.lines.offsetAt(position)) : null;
  }),
);

connection.onCodeLens(
  answer(({ textDocument }) => {
    const snapshot = documents.find(textDocument.uri);
    return snapshot ? codeLenses(snapshot, client) : null;
  }),
);

connection.onCodeAction(answer((params) => offerCodeActions(documents, client, params)));

connection.onCodeActionResolve(answer((action) => resolveCodeAction(documents, client, action)));

connection.onRequest(
  convertRequest,
  answer((params: ConvertParams) => convert(documents.get(params.textDocument.uri), params)),
);

connection.onRequest(
  levelsRequest,
  answer((params: LevelsParams, token) => offerLevels(documents.get(params.textDocument.uri), token)),
);

texts.listen(connection);
connection.listen();

/** A request that was cancelled while it waited is not worked on; a failure is told without a stack trace. */
function answer<Params, Result>(handle: (params: Params, token: CancellationToken) => Result | Promise<Result>) {
  return async (params: Params, token: CancellationToken): Promise<Result> => {
    if (settings.pending) await settings.pending;
    if (token.isCancellationRequested) throw refuse.cancelled();
    try {
      return await handle(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(error);
      throw refuse.failed(error);
    }
  };
}

function renewDiagnostics(): void {
  for (const uri of documents.uris) pushed?.note(uri);
  if (client.pullsDiagnostics && client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
}

/** Said once, however often it happens: nobody asked, so nobody gets an answer to read it in. */
function tell(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (!told.has(message)) {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }
  told.add(message);
  log(error);
}

function log(error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
