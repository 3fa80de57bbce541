import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { ResponsibilityFrame } from './responsibility-frame'
import type { StaffingPage, StaffLine, StaffSection } from './staffing'

/** Grids without a worker, streets and communities without full-time staff, by name; what is staffed is folded below. */
export function StaffingView({ page }: { page: StaffingPage }) {
  const { t } = useTranslation('duties')
  const { frame, sections, open, all } = page
  const title = !frame.isWhole ? 'notYours' : all === 0 ? 'nothing' : open === 0 ? 'whole' : 'gaps'
  return (
    <ResponsibilityFrame
      frame={frame}
      isOpen={open > 0}
      title={t(`responsibility.posts.${title}`, { n: open, all })}
      lead={<p>{t(frame.isWhole ? 'responsibility.posts.lead' : 'responsibility.wholeOnly')}</p>}
    >
      {frame.isWhole && all === 0 && <Empty title={t('responsibility.posts.nothing')}>{t('responsibility.posts.empty')}</Empty>}
      {sections.map((section) => (
        <Section key={section.kind} section={section} />
      ))}
    </ResponsibilityFrame>
  )
}

function Section({ section }: { section: StaffSection }) {
  const { t } = useTranslation('duties')
  const { kind, open, staffed } = section
  const all = open.length + staffed.length
  if (all === 0) return null
  return (
    <section aria-labelledby={kind} className="mt-8">
      <h2 id={kind} className="text-18">
        {t(`responsibility.posts.${kind}.${open.length === 0 ? 'whole' : 'gaps'}`, { n: open.length, all })}
      </h2>
      <ul className="mt-2 border-t border-line empty:hidden">
        {open.map((line) => (
          <Open key={line.id} line={line} kind={kind} />
        ))}
      </ul>
      {staffed.length > 0 && (
        <details>
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
            {t('responsibility.posts.staffed', { n: staffed.length })}
          </summary>
          <ul>
            {staffed.map((line) => (
              <li key={line.id} className="flex justify-between gap-4 border-b border-line py-2">
                <span>{line.name}</span>
                <span className="shrink-0 text-met">{t('responsibility.posts.people', { n: line.staff })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Open({ line, kind }: { line: StaffLine; kind: StaffSection['kind'] }) {
  const { t } = useTranslation('duties')
  return (
    <li className="flex gap-3 border-b border-line py-3">
      <span className="mt-1 text-due">
        <Icon name="overdue" />
      </span>
      <div>
        <p>
          {kind === 'grid' ? (
            <span className="font-semibold">{line.name}</span>
          ) : (
            <a href={`/street/units/${line.id}`} className="font-semibold">
              {line.name}
            </a>
          )}
          <span className="ml-2 text-due">{t(`responsibility.posts.${kind}.nobody`)}</span>
        </p>
        {line.above > 0 && <p className="text-ink2">{t('responsibility.posts.above', { where: line.where, n: line.above })}</p>}
      </div>
    </li>
  )
}
