import type { VisitVerdict } from '~/domain/learn/visit/visit-verdict'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'
import { Scene, Seen, Talk } from './visit-parts'
import type { VisitFacts, VisitRunFacts } from './visit-view'

function Lines({ verdict }: { verdict: VisitVerdict }) {
  const { t } = useTranslation('visits')
  const { seen, dangers, needless, turns, atOnce, comebacks, days } = verdict
  const lines = [
    { fine: seen === dangers, text: t('verdict.seen', { seen, dangers }) },
    ...(needless > 0 ? [{ fine: false, text: t('verdict.needless', { count: needless }) }] : []),
    { fine: atOnce === turns, text: t('verdict.atOnce', { turns, atOnce }) },
    { fine: comebacks === 0, text: comebacks === 0 ? t('verdict.noComebacks') : t('verdict.comebacks', { count: comebacks }) },
    { fine: days === 0, text: days === 0 ? t('verdict.noDays') : t('verdict.days', { count: days }) },
  ]
  return (
    <ul className="visit-verdict">
      {lines.map(({ fine, text }) => (
        <li key={text}>
          <span className={fine ? 'piece-right' : 'piece-wrong'}>
            <Icon name={fine ? 'met' : 'due'} />
          </span>
          {text}
        </li>
      ))}
    </ul>
  )
}

/** Looking back: what was seen and missed, what was said and reported, and the record of it for paper. */
export function VisitClosed({ page, run }: { page: VisitFacts; run: VisitRunFacts }) {
  const { t } = useTranslation('visits')
  const parts = { talk: run.steps.filter(({ part }) => part === 'talk'), report: run.steps.filter(({ part }) => part === 'report') }
  return (
    <div className="visit-closed" id="now">
      <p className="mt-4 text-18 font-semibold">{t('closed')}</p>
      {run.verdict && <Lines verdict={run.verdict} />}
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <LinkButton href={page.next?.href ?? '/visits'} weight="primary">
          {page.next ? t('next', { title: page.next.title }) : t('back')}
        </LinkButton>
      </p>
      <h2 className="mt-10">{t('lookTitle')}</h2>
      <Scene alt={page.alt} drawing={page.drawing} points={run.points} form={null} />
      <Seen points={run.points} />
      <h2 className="mt-10">{t('talkTitle')}</h2>
      <Talk steps={parts.talk} comeback={run.comeback} />
      <h2 className="mt-10">{t('reportTitle')}</h2>
      <Talk steps={parts.report} comeback={run.comeback} />
      <RecordSheet run={run} />
      <section className="mt-10">
        <form method="post" action={page.action}>
          <Button>{t('again')}</Button>
        </form>
        <p className="mt-4 text-ink2">{t('counts')}</p>
        {page.lesson && (
          <p className="mt-2">
            <a href={page.lesson.href} className="inline-flex min-h-touch items-center">
              {t('lesson', { title: page.lesson.title })}
            </a>
          </p>
        )}
        {page.earlier.length > 0 && <Earlier earlier={page.earlier} />}
      </section>
    </div>
  )
}

function RecordSheet({ run }: { run: VisitRunFacts }) {
  const { t } = useTranslation('visits')
  if (run.record === null) return null
  return (
    <section className="visit-record-part mt-10">
      <h2 className="no-print">{t('record.title')}</h2>
      <p className="no-print mt-2 text-ink2">{t('record.hint')}</p>
      <p className="no-print mt-2">
        <Button type="button" data-print hidden>
          {t('record.print')}
        </Button>
        <noscript>{t('record.printHint')}</noscript>
      </p>
      <div className="visit-record">
        <h3>{t('record.title')}</h3>
        <p className="mt-1 text-center text-14 text-ink2">{t('record.sample')}</p>
        <dl className="mt-4">
          <div>
            <dt>{t('record.where')}</dt>
            <dd>{run.record.where}</dd>
          </div>
          <div>
            <dt>{t('record.on')}</dt>
            <dd>{run.on}</dd>
          </div>
          {run.record.lines.map(({ kind, text }) => (
            <div key={kind}>
              <dt>{t(`record.${kind}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="visit-record-sign">
          <span>{t('record.sign')}</span>
          <span>{t('record.witness')}</span>
        </p>
      </div>
    </section>
  )
}

function Earlier({ earlier }: { earlier: VisitFacts['earlier'] }) {
  const { t } = useTranslation('visits')
  return (
    <>
      <h2 className="mt-8">{t('earlier')}</h2>
      <ul className="mt-2">
        {earlier.map(({ href, on }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-touch items-center">
              {t('earlierOn', { on })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
