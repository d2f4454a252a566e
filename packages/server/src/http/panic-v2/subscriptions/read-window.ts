interface SentWindow {
  readonly validFrom?: Date | undefined;
  readonly validTo?: Date | undefined;
}

/** What was said of a subscription's window; null where nothing was. */
export function readWindow({ validFrom, validTo }: SentWindow) {
  return {
    validFrom: validFrom?.toTemporalInstant() ?? null,
    validTo: validTo?.toTemporalInstant() ?? null,
  };
}
