/** The date of the build (UTC): `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated, else today. */
export const buildInstant = new Date(
  process.env['SOURCE_DATE_EPOCH'] === undefined
    ? Date.now()
    : Number(process.env['SOURCE_DATE_EPOCH']) * 1000,
)

export const buildDate = buildInstant.toISOString().slice(0, 10)
