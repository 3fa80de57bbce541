import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MailTry, nextTry, type TryEnd } from '~/domain/notices/mail-tries'

const minute = 60_000
const ended = (beganAt: number, kind: TryEnd): MailTry => ({ beganAt, end: { kind, at: beganAt } })
const cutOff = (beganAt: number): MailTry => ({ beganAt, end: null })

describe('a letter in the outbox', () => {
  it.each([
    ['that was never tried is sent now', [], 0, { kind: 'now' }],
    ['that was taken is not sent again', [ended(0, 'taken')], minute, { kind: 'stop', why: 'taken' }],
    ['that was refused for good is not sent again', [ended(0, 'refused')], minute, { kind: 'stop', why: 'refused' }],
    ['that was put off waits a minute', [ended(0, 'later')], minute - 1, { kind: 'wait' }],
    ['that was put off is tried after a minute', [ended(0, 'later')], minute, { kind: 'now' }],
    ['that was put off twice waits five minutes', [ended(0, 'later'), ended(minute, 'later')], 6 * minute - 1, { kind: 'wait' }],
    ['that was put off twice is tried after five', [ended(0, 'later'), ended(minute, 'later')], 6 * minute, { kind: 'now' }],
    ['that is on its way is left alone', [cutOff(0)], 10 * minute - 1, { kind: 'wait' }],
    ['that was cut off is sent once more', [cutOff(0)], 10 * minute, { kind: 'now' }],
    ['that was cut off twice may have come twice already', [cutOff(0), cutOff(10 * minute)], 20 * minute, { kind: 'stop', why: 'unsure' }],
    ['that came into doubt is sent once more', [ended(0, 'doubt')], minute, { kind: 'now' }],
    ['that came into doubt twice stays', [ended(0, 'doubt'), ended(minute, 'doubt')], 9 * minute, { kind: 'stop', why: 'unsure' }],
    ['of which nobody would hear for three days is given up', [ended(0, 'later')], 3 * 1440 * minute + 1, { kind: 'stop', why: 'late' }],
  ])('%s', (_what, tries, now, wanted) => expect(nextTry(0, tries, now)).toEqual(wanted))

  it('is written out at most twice, whatever happens, and ends after three days', () => {
    const happens = fc.constantFrom<TryEnd | 'cut'>('later', 'doubt', 'cut', 'refused', 'taken')
    fc.assert(
      fc.property(fc.array(happens, { minLength: 1, maxLength: 40 }), (what) => {
        const tries: MailTry[] = []
        let now = 0
        let written = 0
        for (const one of [...what, ...Array.from({ length: 200 }, () => 'later' as const)]) {
          let next = nextTry(0, tries, now)
          while (next.kind === 'wait') {
            now += minute
            next = nextTry(0, tries, now)
          }
          if (next.kind === 'stop') break
          if (one !== 'later' && one !== 'refused') written += 1
          tries.push(one === 'cut' ? cutOff(now) : ended(now, one))
        }
        expect(written).toBeLessThanOrEqual(2)
        expect(nextTry(0, tries, now + 4 * 1440 * minute).kind).toBe('stop')
      }),
    )
  })
})
