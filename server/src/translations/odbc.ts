/** Debian has drivers in a folder of their own; Alpine's freetds has the file with its version only, as one links to the other name (aports, main/freetds and main/psqlodbc). */
const folder = /\/usr\/lib\/(?:[\w-]+-linux-gnu\/)?odbc\/(?=lib\w+\.so|psqlodbc)/g;
const tdsDriver = /\/usr\/lib\/libtdsodbc\.so(?![\w.])/g;

/** What settings of ODBC name, with Alpine's paths of the drivers. */
export function withDriversOfAlpine(text: string): string {
  return text.replace(folder, "/usr/lib/").replace(tdsDriver, "/usr/lib/libtdsodbc.so.0");
}
