/** Up to so many rows a list leaves as a file without being asked why. */
export const rowsWithoutReason = 500

/** Why a long list is taken out. */
export const exportReasons = ['inspection', 'report', 'archive', 'ownWork'] as const
export type ExportReason = (typeof exportReasons)[number]

export const isExportReason = (value: unknown): value is ExportReason => exportReasons.some((reason) => reason === value)

/** Does a list of so many rows need a reason? 501 and more do. */
export const needsReason = (rows: number): boolean => rows > rowsWithoutReason
