import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";

/** An editor that can do all that the server makes use of; it is sent diagnostics unless it says that it asks. */
export const capable: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** The same, but it asks for diagnostics. */
export const asking: ClientCapabilities = {
  ...capable,
  textDocument: { ...capable.textDocument, diagnostic: { dynamicRegistration: false } },
};

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs. */
  readonly folders?: readonly string[];
  /** What the user has set as `alpinize.rules`; an editor without it does not answer such questions. */
  readonly rules?: unknown;
  readonly initializationOptions?: unknown;
  /** How the server is told to speak. */
  readonly transport?: readonly string[];
}

class BatchWriter extends StreamMessageWriter {
  private held: Message[] | undefined;

  constructor(private readonly pipe: Writable) {
    super(pipe);
  }

  override write(message: Message): Promise<void> {
    if (!this.held) return super.write(message);
    this.held.push(message);
    return Promise.resolve();
  }

  async together(send: () => void): Promise<void> {
    this.held = [];
    send();
    // The connection hands over its messages within this turn of the event loop.
    await new Promise(setImmediate);
    const pieces = this.held.map((message) => {
      const text = JSON.stringify(message);
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    });
    this.held = undefined;
    this.pipe.write(pieces.join(""));
  }
}

/** The other end of the line: a small editor that starts the built server and speaks to it over stdio. */
export class Editor {
  /** Asked for by the server; changed by `set`. */
  private rules: unknown;
  readonly published: PublishDiagnosticsParams[] = [];
  initialized: InitializeResult = { capabilities: {} };
  stderr = "";
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly server: ChildProcess & { stdin: Writable; stdout: Readable },
    private readonly writer: BatchWriter,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(
    module: string,
    { capabilities = capable, folders = [], rules, initializationOptions, transport = ["--stdio"] }: EditorOptions = {},
  ): Promise<Editor> {
    const server = spawn(process.execPath, [module, ...transport], { stdio: ["pipe", "pipe", "pipe"] });
    const writer = new BatchWriter(server.stdin);
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), writer);
    const editor = new Editor(server, writer, connection);
    server.stderr.setEncoding("utf8").on("data", (text) => {
      editor.stderr += text;
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      editor.published.push(params);
      for (const look of editor.waiting) look();
    });
    connection.onRequest(RegistrationRequest.type, () => {});
    editor.rules = rules;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => editor.rules));
    connection.listen();
    editor.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      initializationOptions,
      rootUri: null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities:
        rules === undefined
          ? capabilities
          : { ...capabilities, workspace: { ...capabilities.workspace, configuration: true } },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: "dockerfile", version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const params = { textDocument: { uri, version }, contentChanges };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, params);
  }

  /** Changes what the user has set. */
  set(rules: unknown): Promise<void> {
    this.rules = rules;
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Diagnostics that are sent for this version of the document, now or later. */
  diagnosticsOf(uri: string, version: number | undefined): Promise<Diagnostic[]> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.published.findLast((params) => params.uri === uri && params.version === version);
        if (!found) return;
        this.waiting.delete(look);
        resolve(found.diagnostics);
      };
      this.waiting.add(look);
      look();
    });
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  /** What is sent meanwhile reaches the server in one piece, as a pipe hands it over when the server was busy. */
  together(send: () => void): Promise<void> {
    return this.writer.together(send);
  }

  /** Ends the server as the protocol asks for it. @returns its exit code. */
  async stop(): Promise<number> {
    const exit = once(this.server, "exit");
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await exit;
    return code;
  }

  /** Goes away without a word. @returns the server's exit code. */
  async vanish(): Promise<number> {
    const exit = once(this.server, "exit");
    this.server.stdin.end();
    const [code] = await exit;
    return code;
  }
}
