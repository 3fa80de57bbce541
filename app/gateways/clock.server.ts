import fs from 'node:fs'
import { settings } from '~/env.server'

/** The instant now. In tests MINGBAI_CLOCK holds an instant, or names a file that holds one and is read again on each use. */
export function readClock(): Date {
  const { clock } = settings()
  if (clock === null) return new Date()
  const text = fs.existsSync(clock) ? fs.readFileSync(clock, 'utf8').trim() : clock
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new Error(`MINGBAI_CLOCK: ${text} is not an instant`)
  return instant
}
