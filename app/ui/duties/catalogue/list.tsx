import { useTranslation } from '~/i18n/words'
import { useDutyWords } from './duty-words'
import type { DutyEntryLine, DutyList } from './entry'
import { DutyFilter } from './filter'

/** What must be done, by whom, how often: the answer in counts, the filter, then the duties under their headings. */
export function DutyCatalogue({ list }: { list: DutyList }) {
  const { t } = useTranslation('duties')
  const { chosen, sections } = list
  return (
    <>
      <h1 className="mt-1">
        {list.total === 0 ? t('catalogue.noneTitle') : t(chosen.isOn ? 'catalogue.found' : 'catalogue.answer', { n: list.total })}
      </h1>
      <p className="mt-3 max-w-measure">{list.total === 0 ? t('catalogue.none') : t('catalogue.sum', list)}</p>
      <DutyFilter list={list} />
      <div className="border-t border-line empty:hidden">
        {sections.map(({ group, lines, isOpen }) => (
          <details key={group} open={isOpen} className="group border-b border-line">
            <summary className="flex min-h-touch items-baseline gap-3 py-3">
              <Twist />
              <h2 className="flex-1 text-18">{t(`catalogue.group.${group}`)}</h2>
              <span className="whitespace-nowrap text-ink2">{t('catalogue.count', { n: lines.length })}</span>
            </summary>
            <ul className="mb-4 border-t border-line sm:pl-6">
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          </details>
        ))}
      </div>
    </>
  )
}

/** Points right when folded, down when open. */
const Twist = () => (
  <svg
    viewBox="0 0 12 12"
    width="12"
    height="12"
    aria-hidden="true"
    focusable="false"
    className="shrink-0 text-ink2 transition-transform group-open:rotate-90"
  >
    <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)

function Line({ line }: { line: DutyEntryLine }) {
  const { t } = useTranslation('duties')
  const { whom, often } = useDutyWords()
  const isStated = line.rhythm.kind === 'stated'
  return (
    <li className="grid gap-x-6 border-b border-line py-3 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]">
      <div>
        <a href={`/duties/${line.id}`} className="inline-block py-1 font-semibold">
          {line.title}
        </a>
        <p>{whom(line.bound)}</p>
      </div>
      <div className="sm:pt-1">
        <p className={isStated ? 'text-ink2' : 'font-semibold'}>{often(line.rhythm)}</p>
        {isStated && <p className="text-14 text-ink2">{t('catalogue.statedMark')}</p>}
        {line.inForce !== 'now' && <p className="text-14 text-ink2">{t(`catalogue.inForce.${line.inForce}`)}</p>}
      </div>
      <p className="text-14 text-ink2 sm:col-span-2">
        {line.where !== null && `${line.where} · `}
        {line.source.of} · {t(`why.mark.${line.source.mark}`)}
        {line.more > 0 && ` · ${t(line.more === 1 ? 'catalogue.moreSource' : 'catalogue.moreSources', { n: line.more })}`}
      </p>
    </li>
  )
}
