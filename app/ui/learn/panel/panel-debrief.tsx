import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import type { DebriefFacts, ShownSource, ShownStep, TimelineRow } from './panel-facts'
import { actText, lineText } from './panel-words'

function Source({ source }: { source: ShownSource }) {
  const { t } = useTranslation('panel')
  return (
    <p className="panel-source">
      {source.says}
      <br />
      {source.of} · {t(`mark.${source.mark}`)}
    </p>
  )
}

const icons = { done: 'met', held: 'met', missing: 'overdue', unreached: 'waived' } as const

function Required({ step }: { step: ShownStep }) {
  const { t } = useTranslation('panel')
  const { kind, time, by } = step
  return (
    <li className={`panel-step panel-step-${kind}`}>
      <p className="panel-step-text">{step.text}</p>
      <p className="panel-step-state">
        <Icon name={icons[kind]} size={18} />
        <span>{t(`debrief.state.${kind}`)}</span>
        {kind === 'done' && (
          <span>
            {time}
            {by !== null && ` ${t(`run.by.${by}`)}`}
          </span>
        )}
      </p>
      {kind === 'missing' && <p>{step.missing}</p>}
      <details open={kind === 'missing'}>
        <summary>{t('debrief.because')}</summary>
        <p>{step.because}</p>
        <Source source={step.source} />
      </details>
    </li>
  )
}

function Row({ row }: { row: TimelineRow }) {
  const { t } = useTranslation('panel')
  switch (row.kind) {
    case 'act':
      return (
        <li className="panel-row panel-row-act">
          <span className="panel-row-time">{row.time}</span>
          <span>
            <strong>{actText(t, row.verb, row.target, row.point)}</strong>{' '}
            <span className="text-ink2">
              {t('debrief.row.act')} · {t(`run.by.${row.by}`)}
            </span>
          </span>
        </li>
      )
    case 'line':
      return (
        <li className="panel-row">
          <span className="panel-row-time">{row.time}</span>
          <span>
            <span className="text-ink2">{t('debrief.row.line')}</span> {lineText(t, row.line)}
          </span>
        </li>
      )
    case 'heard':
      return (
        <li className="panel-row">
          <span className="panel-row-time">{row.time}</span>
          <span>
            <span className="text-ink2">
              {t('debrief.row.heard')} · {t(`from.${row.heard.from}`)}
            </span>{' '}
            {row.heard.words ?? t(`unheard.${row.heard.from}`)}
          </span>
        </li>
      )
  }
}

function Again({ page }: { page: DebriefFacts }) {
  const { t } = useTranslation('panel')
  return (
    <form method="post" action={`/panel/${page.scenario}`} className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <input type="hidden" name="mode" value={page.mode} />
      <button type="submit" className="panel-act panel-finish">
        {t('debrief.again')}
      </button>
      <a href="/panel" className="inline-flex min-h-touch items-center">
        {t('start.back')}
      </a>
    </form>
  )
}

/** A run that is over: the answer, what was out of order, and what was done beside the required order. */
export function PanelDebrief({ page }: { page: DebriefFacts }) {
  const { t } = useTranslation('panel')
  const total = page.steps.length
  const met = page.steps.filter(({ kind }) => kind === 'done' || kind === 'held').length
  const wrong = page.wrongs.length
  return (
    <>
      <p className="mt-4 text-18" role="status">
        {met === total && wrong === 0 ? t('debrief.clean', { total }) : t('debrief.answer', { total, met, wrong })}
      </p>
      <Again page={page} />
      <p className="mt-4 text-ink2">{t('list.practice')}</p>
      {wrong > 0 && (
        <section aria-labelledby="wrongs">
          <h2 id="wrongs" className="mt-10">
            {t('debrief.wrongs')}
          </h2>
          <ol className="panel-wrongs">
            {page.wrongs.map(({ id, time, told, because, source }) => (
              <li key={id}>
                <p>
                  <span className="panel-row-time">{time}</span> <strong>{told}</strong>
                </p>
                <p>{because}</p>
                <Source source={source} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="panel-beside">
        <section aria-labelledby="required">
          <h2 id="required">{t('debrief.required')}</h2>
          <p className="mt-2 text-ink2">{t('debrief.simultaneous')}</p>
          <ol className="panel-steps">
            {page.steps.map((step) => (
              <Required key={step.id} step={step} />
            ))}
          </ol>
        </section>
        <section aria-labelledby="yours">
          <h2 id="yours">{t('debrief.yours')}</h2>
          <ol className="panel-timeline">
            {page.timeline.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}
