import { createFleetMemory } from "../../../packages/server/src/responders/fleet-memory.ts";
import { createPositionGrid } from "/tmp/pk/grid.ts";
import { spots } from "./fleet.ts";
const mode = process.argv[2];
const memory = createFleetMemory();
const arr: any[] = [];
const grid = createPositionGrid();
const homes = spots(100_000, 1);
const t0 = Date.now();
const fixAt = (p: any, ms: number) => ({ ...p, accuracy: 5, speed: 1, heading: 2, recordedAt: Temporal.Instant.fromEpochMilliseconds(ms) });
homes.forEach((p, i) => { memory.put({ responder: { id: i + 1, supplierId: 1, supplierName: "x", name: "n", callSign: null, vehicle: null, login: "l", responseTypes: [1], onDuty: true, dutyUntil: null, disabledAt: null, isDemo: false }, fix: fixAt(p, t0) }); grid.move(i + 1, p); arr[i + 1] = memory.find(i + 1); });
const places = spots(10_000, 2);
let n = 0, moved = 0;
const ts: number[] = [];
const always = () => true;
const onDuty = (e: any) => e.responder.onDuty;
const fresh = (e: any) => e.responder.onDuty && Date.now() - e.fix.recordedAt.epochMilliseconds < 120_000;
const timer = setInterval(() => {
  const now = Date.now();
  for (let k = 0; k < 125; k++) { const i = moved++ % 100_000; const e = memory.find(i + 1)!; const p = { latitude: homes[i]!.latitude + Math.random() * 0.01, longitude: homes[i]!.longitude }; memory.move(e, fixAt(p, now)); if (mode === "grid" || mode === "array" || mode==="array0") grid.move(i + 1, p); arr[i + 1] = memory.find(i + 1); }
  const place = places[n++ % places.length]!;
  const t = performance.now();
  if (mode === "grid") grid.nearest(place, 24);
  else if (mode === "array") { grid.nearest(place, 24, (id) => { const e = arr[id]; return e !== undefined && onDuty(e); }).map(({ id }) => arr[id]); }
  else if (mode === "array0") { const got: any[] = []; grid.nearest(place, 24, (id) => { const e = arr[id]; got.push(e); return true; }); }
  else memory.nearest(place, 24, mode === "always" ? always : mode === "duty" ? onDuty : fresh);
  const d = performance.now() - t;
  if (n > 400) ts.push(d);
  if (ts.length === 1000) { clearInterval(timer); ts.sort((a, b) => a - b); console.log(mode, "p50", ts[500]!.toFixed(3), "p90", ts[900]!.toFixed(3), "p99", ts[990]!.toFixed(3)); }
}, 5);
