import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { FormErrors } from '~/ui/kit/field'
import { PanelActs } from './panel-acts'
import { PanelDebrief } from './panel-debrief'
import type { DebriefFacts, PanelFacts } from './panel-facts'
import { PanelBook, PanelFront, PanelHeard } from './panel-front'

function Live({ page }: { page: PanelFacts }) {
  const { t } = useTranslation('panel')
  return (
    <div className="panel-live" data-panel data-seconds={page.seconds} data-ends={page.ends} data-next={page.next}>
      <section id="panel" className="panel-left" aria-label={t('run.panel')}>
        <PanelFront page={page} />
        <PanelHeard page={page} />
        <PanelBook page={page} />
        <p className="no-print">
          <a href="?" className="inline-flex min-h-touch items-center" data-panel-look>
            {t('run.refresh')}
          </a>
        </p>
      </section>
      <div className="panel-right">
        <PanelActs page={page} />
      </div>
    </div>
  )
}

/** One run: the panel and its acts while it lasts, the debrief when it is over. */
export function PanelRunView({ page, answer }: { page: PanelFacts | DebriefFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('panel')
  return (
    <div className="panel-page">
      <p className="no-print">
        <a href="/panel" className="inline-flex min-h-touch items-center">
          {t('start.back')}
        </a>
      </p>
      <h1>{page.kind === 'over' ? `${page.title} · ${t('debrief.title')}` : page.title}</h1>
      {page.kind === 'live' && <p className="panel-scene">{page.scene}</p>}
      <FormErrors answer={answer} />
      {page.kind === 'live' ? <Live page={page} /> : <PanelDebrief page={page} />}
    </div>
  )
}
