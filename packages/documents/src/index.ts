export type { MapInput, MapSize, MapTrack, Position } from "./map/map-input.ts";
export { mapPng } from "./map/map-png.ts";
export type {
  ReportData,
  ReportEntry,
  ReportExceptionReason,
  ReportRating,
  ReportResponder,
  ReportSite,
} from "./report/report-data.ts";
export { reportPdf } from "./report/report-pdf.ts";
