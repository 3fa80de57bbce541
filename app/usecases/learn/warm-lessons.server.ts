import { setTimeout as pause } from 'node:timers/promises'
import { catalogue } from '~/content/catalogue.server'
import { compileProse } from '~/content/compile.server'
import { registerJob } from '~/gateways/jobs.server'

/** Between two lessons, so that who asks while the server is young is answered before the next. */
const restMilliseconds = 250

/** Compiles every lesson once, so that nobody waits for the first. */
export async function warmLessons(): Promise<void> {
  for (const { lessons } of catalogue().courses.values())
    for (const lesson of lessons)
      for (const language of ['zh', 'en'] as const) {
        await compileProse(lesson, language)
        await pause(restMilliseconds, undefined, { ref: false })
      }
}

registerJob({ name: 'warm lessons', everySeconds: 86_400, run: warmLessons, everywhere: true })
