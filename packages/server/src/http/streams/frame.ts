/**
 * One server-sent event. JSON has no line breaks, so one `data` line is enough.
 * @param id where a client resumes after it; absent for what is not told again
 */
export function frame(event: string, data: unknown, id?: string): string {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return `${idLine}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A client that lost its connection comes back after this. */
export const retryFrame = "retry: 1000\n\n";
