const shape = /^mingbai-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.backup$/

/** The name of the backup of an instant, in UTC: mingbai-20260310T183000000Z.backup. */
export const backupName = (at: Date): string => `mingbai-${at.toISOString().replace(/[^\dTZ]/g, '')}.backup`

/** The instant in a backup's name; null for every other name, also of an unfinished one. */
export function instantInName(name: string): Date | null {
  const [whole, year, month, day, hour, minute, second, part] = shape.exec(name) ?? []
  if (whole === undefined) return null
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${part}Z`)
  return Number.isNaN(at.getTime()) || backupName(at) !== name ? null : at
}
