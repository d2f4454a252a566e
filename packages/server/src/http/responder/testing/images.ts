const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff, 0xe0];
const webp = [...Buffer.from("RIFF\x24\0\0\0WEBP", "latin1")];

const heads = { "image/png": png, "image/jpeg": jpeg, "image/webp": webp } as const;

/** Bytes that begin as an image of this type does. */
export function imageOf(mediaType: keyof typeof heads, size = 64): Buffer {
  return Buffer.concat([Buffer.from(heads[mediaType])], size);
}
