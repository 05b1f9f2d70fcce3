import { Session } from "./session";

let session: Session | undefined;

/** Opens VS Code once for all UI tests: they are one user's way through it, in order. */
export async function openSession(): Promise<void> {
  session = await Session.open();
}

export async function closeSession(): Promise<void> {
  await session?.close();
  session = undefined;
}

export function current(): { readonly workbench: Session["workbench"]; readonly original: string; onDisk(): string } {
  if (!session) throw new Error("VS Code is not open");
  const open = session;
  return { workbench: open.workbench, original: open.original, onDisk: () => open.onDisk() };
}
