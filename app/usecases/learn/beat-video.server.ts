import { asksOf, getLesson, videosIn } from '~/content/lessons-find.server'
import { findFamily, findProgress, recordDone } from '~/data/learn/progress.server'
import { findWatched, recordWatch, watchInside } from '~/data/learn/watches.server'
import { transact } from '~/data/transact.server'
import { afterBeat, isSeen, merged, opened, secondsLeft } from '~/domain/learn/watch'
import { NotFound } from '~/domain/shared/faults'

type Where = { course: string; lesson: string; video: string }
type Claim = { from: number; to: number; position: number }

/** `credited`: seconds of this claim that counted. `left`: whole seconds still to be watched. */
export type Beaten = { credited: number; left: number; seen: boolean; newlySeen: boolean }

/** Credits what a player says it has played, as far as the wall clock bears it out. Seeing the video may complete its lesson. */
export async function beatVideo(who: { personId: string }, at: Where, claim: Claim, now: Date): Promise<Beaten> {
  const { course, lesson } = getLesson(at.course, at.lesson)
  const video = videosIn(lesson).find(({ id }) => id === at.video)
  if (!video) throw new NotFound()
  const key = { personId: who.personId, video: video.id }
  const family = findFamily(who.personId)
  const earlier = findWatched(who.personId, video.id, video.seconds)
  const wasDone = findProgress(who.personId, course.id).done.has(lesson.id)
  const instant = now.getTime() / 1000
  return transact(async (tx) => {
    const before = (await watchInside(tx, who.personId, video.id)) ?? { ...opened(instant), seen: false }
    const { watch: after, credit } = afterBeat(before, { ...claim, at: instant }, video.seconds)
    const whole = { intervals: merged([...earlier.intervals, ...after.intervals], video.seconds) }
    const seen = earlier.seen || before.seen || isSeen(whole, video.seconds)
    await recordWatch(tx, key, after, seen, now)
    const lessonKey = { personId: who.personId, course: course.id, lesson: lesson.id, family }
    if (seen && !wasDone) await recordDone(tx, lessonKey, asksOf(course, lesson), now)
    const left = seen ? 0 : secondsLeft(whole, video.seconds)
    return { credited: credit, left, seen, newlySeen: seen && !earlier.seen && !before.seen }
  })
}
