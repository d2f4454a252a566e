import type { Point } from "@tocsin/domain";
import { member, readColumn } from "./read-matrix.ts";
import { NotAMatrixError, type RouterDialect } from "./types.ts";

/** OSRM's table service, v1: `durations[source][destination]` in seconds (osrm-backend, docs/http.md). */
export const osrm: RouterDialect = {
  request(base, from, to) {
    const coordinates = [to, ...from].map(written).join(";");
    const sources = from.map((_, index) => index + 1).join(";");
    return new Request(
      `${base}/table/v1/driving/${coordinates}?destinations=0&sources=${sources}&annotations=duration`,
    );
  },
  read(answer, count) {
    const code = member(answer, "code");
    if (code !== "Ok") throw new NotAMatrixError(`its code is ${JSON.stringify(code)}`);
    return readColumn(member(answer, "durations"), count, (row) => member(row, 0));
  },
};

function written({ latitude, longitude }: Point): string {
  return `${longitude.toFixed(6)},${latitude.toFixed(6)}`;
}
