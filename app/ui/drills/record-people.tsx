import type { DrillRecord } from '~/domain/drills/record'
import { useTranslation } from '~/i18n/words'
import { Line } from './record-line'

type Someone = { id: string; name: string; department: string; more?: string }

/** So many names, by department, each once. */
export function Names({ people, count }: { people: readonly Someone[]; count: string }) {
  const departments = [...new Set(people.map(({ department }) => department))]
  return (
    <>
      <p className="font-semibold">{count}</p>
      {departments.map((department) => (
        <p key={department}>
          {department !== '' && <span className="text-ink2">{department}：</span>}
          {people
            .filter((one) => one.department === department)
            .map(({ name, more }) => (more ? `${name}（${more}）` : name))
            .join('、')}
        </p>
      ))}
    </>
  )
}

const two = (number: number): string => String(number).padStart(2, '0')
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' })

/** What was stamped, each with the time of day and minutes from the first stamp. */
export function TimelinePart({ record: { timeline, told, begins } }: { record: DrillRecord }) {
  const { t } = useTranslation('drillrecord')
  if (timeline.length + told.length === 0) return null
  const start = begins === null ? null : Date.parse(begins)
  const sinceStart = (at: string): string => {
    if (start === null) return ''
    const seconds = Math.round((Date.parse(at) - start) / 1000)
    return `${seconds < 0 ? '−' : '+'}${two(Math.floor(Math.abs(seconds) / 60))}:${two(Math.abs(seconds) % 60)}`
  }
  return (
    <Line what={t('record.timeline')}>
      <ol>
        {timeline.map(({ mark, zone, at, by }) => (
          <li key={`${mark} ${zone}`} className="grid grid-cols-[5.5em_4.5em_1fr] gap-x-2 tabular-nums">
            <span>{clock.format(new Date(at))}</span>
            <span className="text-ink2">{sinceStart(at)}</span>
            <span>
              {t(`drills:marks.${mark}`)} {zone} <span className="text-14 text-ink2">{by}</span>
            </span>
          </li>
        ))}
      </ol>
      {told.some(({ text }) => text !== null) && (
        <ul className="mt-2 border-t border-line pt-2">
          {told.map(
            ({ at, by, text, zone }) =>
              text !== null && (
                <li key={`${at} ${text}`}>
                  {clock.format(new Date(at))} {zone} {text} <span className="text-14 text-ink2">{by}</span>
                </li>
              ),
          )}
        </ul>
      )}
    </Line>
  )
}
