/** What the order of shown steps depends on: the same for one person and piece each time, different for others. */
export const seedOf = (personId: string, lesson: string, piece: string): string => `${personId}/${lesson}/${piece}`
