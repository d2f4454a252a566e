import { createHash } from "node:crypto";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is larger is kept where a heap is cleaned up last. */
const pieceBytes = 64 * 1024;

/** A file that was received, on the disk and in no folder any more: it is gone with the process, however that ends. */
export class SpooledFile {
  readonly #handle: FileHandle;
  readonly #hash = createHash("sha256");
  #bytes = 0;
  #sha256 = "";

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(): Promise<SpooledFile> {
    const folder = await mkdtemp(join(tmpdir(), "tocsin-upload-"));
    try {
      return new SpooledFile(await open(join(folder, "file"), "w+", 0o600));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Keeps all that comes. */
  async fill(source: AsyncIterable<Buffer>): Promise<void> {
    for await (const bytes of source) {
      this.#hash.update(bytes);
      await this.#handle.write(bytes, 0, bytes.length, this.#bytes);
      this.#bytes += bytes.length;
    }
    this.#sha256 = this.#hash.digest("hex");
  }

  /** In pieces that one statement takes easily. */
  async *read(): AsyncGenerator<Buffer> {
    for (let position = 0; position < this.#bytes; ) {
      const piece = Buffer.alloc(Math.min(pieceBytes, this.#bytes - position));
      const { bytesRead } = await this.#handle.read(piece, 0, piece.length, position);
      if (bytesRead === 0) throw new Error("A file that was received is shorter than it was");
      position += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  /** What makes two files the same, for whoever compares requests. */
  toJSON(): unknown {
    return { bytes: this.#bytes, sha256: this.#sha256 };
  }
}
