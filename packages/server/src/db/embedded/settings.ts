import os from "node:os";

const MEBIBYTE = 1024 * 1024;

/**
 * What PostgreSQL is told on its command line, where neither a file nor `alter system` can take it back.
 * `clusterName` marks the process as ours (see orphan.ts).
 */
export function serverSettings(
  clusterName: string,
  memoryBytes: number = availableMemory(),
): Record<string, string> {
  return {
    cluster_name: clusterName,

    // An acknowledged callout is on disk. These are the defaults, said so that nobody's file can unsay them.
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",

    max_connections: "100",
    shared_buffers: `${sharedBuffersMebibytes(memoryBytes)}MB`,
    max_wal_size: "2GB",
    // Disks without moving heads: an index is worth its use far earlier than the default believes.
    random_page_cost: "1.1",
    // Short statements on a small machine: parallel plans and compilation cost more than they give, and parallel
    // workers need more of /dev/shm than containers usually have.
    max_parallel_workers_per_gather: "0",
    max_parallel_maintenance_workers: "0",
    jit: "off",

    // The same answers wherever the machine stands.
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",

    // The file holds what went wrong, not who was involved: statements and details carry people's data.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
  };
}

/** Settings as command-line arguments. */
export function settingArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** An eighth of the memory, at most 256 MiB, at least 32. */
function sharedBuffersMebibytes(memoryBytes: number): number {
  const eighth = Math.floor(memoryBytes / 8 / MEBIBYTE);
  return Math.min(256, Math.max(32, eighth));
}

/** What this process may use: the container's limit where there is one, else the machine's memory. */
function availableMemory(): number {
  return Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, os.totalmem());
}
