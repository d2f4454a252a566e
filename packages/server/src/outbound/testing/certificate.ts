import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A certificate for `names` (as openssl writes them: `DNS:example.com,IP:127.0.0.1`) that nobody else has signed. */
export async function makeCertificate(
  names: string,
): Promise<{ readonly key: string; readonly cert: string }> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  try {
    const options = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test`;
    const files = ["-addext", `subjectAltName=${names}`, "-keyout", key, "-out", cert];
    await promisify(execFile)("openssl", [...options.split(" "), ...files]);
    return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  } finally {
    await rm(folder, { recursive: true });
  }
}
