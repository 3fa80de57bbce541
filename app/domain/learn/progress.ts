/** A lesson is done when every piece is answered right and every video that the course asks to watch in it was seen. Minutes do not count. */
export const lessonDone = (
  asks: { pieces: readonly string[]; videos: readonly string[] },
  has: { right: ReadonlySet<string>; seen: ReadonlySet<string> },
): boolean => asks.pieces.every((id) => has.right.has(id)) && asks.videos.every((id) => has.seen.has(id))

export type CourseProgress = { done: number; total: number; next: string | null; minutesLeft: number }

/** How far a person is in a course: the first lesson not done is the next one. Minutes are the lessons' own, whole ones. */
export function courseProgress(lessons: readonly { id: string; minutes: number }[], done: ReadonlySet<string>): CourseProgress {
  const left = lessons.filter(({ id }) => !done.has(id))
  return {
    done: lessons.length - left.length,
    total: lessons.length,
    next: left[0]?.id ?? null,
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

/** Where to go after a lesson: the next one not done after it, else the first not done, else nowhere. */
export function nextAfter(lessons: readonly { id: string }[], done: ReadonlySet<string>, current: string): string | null {
  const left = lessons.filter(({ id }) => !done.has(id) && id !== current)
  const place = lessons.findIndex(({ id }) => id === current)
  return (left.find(({ id }) => lessons.findIndex((lesson) => lesson.id === id) > place) ?? left[0])?.id ?? null
}
