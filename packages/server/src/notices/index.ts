export { queueNotice } from "./queue-notice.ts";
