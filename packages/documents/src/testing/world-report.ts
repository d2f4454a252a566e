import type { ReportData, ReportEntry } from "../report/report-data.ts";
import { sampleReport, trackTo } from "./sample-report.ts";

/** Names as they are written all over the world; each must stand in the report as it was given. */
export const namesOfTheWorld = [
  "Zoë Łukasiewicz-Þórsdóttir",
  "Nguyễn Thị Hồng Phượng",
  "Ελευθερία Παπαδοπούλου",
  "Наталія Їжакевич",
  "محمد عبد الرحمن",
  "יעל בן־דוד",
  "张伟 (值班经理)",
  "山田さくら",
  "김민준",
  "สมชาย ใจดี",
  "प्रिया शर्मा",
  "রহিমা খাতুন",
  "முருகன் செல்வி",
  "አበበ ቢቂላ",
  "Գոհար Սարգսյան",
  "ნინო ბერიძე",
] as const;

const { place, createdAt } = sampleReport;

function entry(sequence: number, actor: string, text: string, quote: string | null): ReportEntry {
  return {
    sequence,
    at: createdAt.add({ seconds: 5 * sequence }),
    actor,
    text,
    quote,
    hash: "0123456789abcdef".repeat(4),
  };
}

/** A long report: many responders, all scripts, an entry longer than a page. */
export const worldReport: ReportData = {
  ...sampleReport,
  calloutId: 100_777,
  classification: "UNVERIFIED",
  customerSourceName: "مجموعة الميناء للتجزئة",
  customerName: "Ελευθερία Παπαδοπούλου",
  site: {
    name: "متجر الميناء رقم 12 (الطابق B2)",
    address: "北京市朝阳区建国路 88 号 SOHO 现代城, 12 楼 \u2013 Пушкинская ул., 10",
    externalReferenceId: "STORE-世界-001",
  },
  arrivedAt: null,
  completedAt: null,
  secondsToArrival: null,
  secondsToResolution: null,
  earlierPlaces: [{ latitude: -33.9239, longitude: 18.4221 }],
  responders: namesOfTheWorld.map((name, index) => ({
    name,
    callSign: index % 2 === 0 ? `UNIT-${index}` : null,
    vehicle: null,
    supplier: index % 3 === 0 ? null : "北京安保服务有限公司",
    byHand: index % 4 === 0,
    state: index % 2 === 0 ? "aborted" : "stoodDown",
    assignedAt: createdAt.add({ seconds: 20 + index }),
    arrivedAt: null,
    endedAt: createdAt.add({ seconds: 400 + index }),
    track: place ? trackTo(place, [0.03 * Math.cos(index), 0.03 * Math.sin(index)], 30) : [],
  })),
  timeline: namesOfTheWorld.flatMap((name, index) => [
    entry(2 * index + 1, "Tocsin", `Offered to ${name}, 4 min away`, null),
    entry(
      2 * index + 2,
      name,
      `${name} declined: 12 min away`,
      index === 4 ? "الباب مغلق، door is locked; ".repeat(200) : null,
    ),
  ]),
  exceptionReasons: [],
  rating: null,
};
