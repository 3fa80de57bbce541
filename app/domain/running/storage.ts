const gigabyte = 1024 ** 3

/**
 * Is the disk too full to go on as before? A backup needs room for a copy of the database, the sealed file and what is unpacked to check
 * it, and work goes on meanwhile: four times the database, and never less than a gigabyte.
 */
export const isTight = (freeBytes: number, databaseBytes: number): boolean => freeBytes < Math.max(gigabyte, 4 * databaseBytes)
