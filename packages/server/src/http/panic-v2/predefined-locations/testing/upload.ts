import type { TestResponse, TestSystem } from "@tocsin/testkit";

/** What a test says of an upload; the rest is as it should be. */
export interface Upload {
  readonly file?: string | Uint8Array<ArrayBuffer> | null;
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

/** Nobody is told, and nobody waits for it. */
const callbackUrl = "https://callback.invalid/";

export async function upload(system: TestSystem, given: Upload): Promise<TestResponse> {
  const { file = "", fields = {}, headers = {}, path = "/v1/predefinedlocations/upload" } = given;
  const form = new FormData();
  for (const [name, value] of Object.entries({ callbackUrl, ...fields }))
    if (value !== undefined) form.set(name, value);
  if (file !== null) form.set("locations", new Blob([file]), "locations.csv");
  const encoded = new Response(form);
  return system.request({
    method: "POST",
    path,
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { "content-type": encoded.headers.get("content-type") ?? "", ...headers },
    ...("token" in given ? { token: given.token ?? null } : {}),
  });
}

/** Uploads a file, has it worked through, and reads what became of it. */
export async function importFile(
  system: TestSystem,
  file: string | Uint8Array<ArrayBuffer>,
  fields: Upload["fields"] = {},
): Promise<TestResponse["body"]> {
  const accepted = await upload(system, { file, fields });
  if (accepted.status !== 202)
    throw new Error(`the upload was answered ${accepted.status}: ${accepted.text}`);
  await system.drain();
  return readImport(system, accepted.body.importId);
}

export async function readImport(system: TestSystem, importId: number): Promise<TestResponse["body"]> {
  const path = `/v1/predefinedlocations/imports/${importId}`;
  return (await system.request({ method: "GET", path })).body;
}

/** Rows of cells as CSV, each cell in quotation marks. */
export function csv(...rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

export async function listPlaces(system: TestSystem): Promise<TestResponse["body"]> {
  return (await system.request({ method: "GET", path: "/panic-api/v2/predefinedLocations" })).body;
}
