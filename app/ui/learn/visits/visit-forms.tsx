import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { DoorSign, Scene, Seen, Talk } from './visit-parts'
import type { VisitProps, VisitRunFacts } from './visit-view'

/** What is missing in the answer just sent, announced. */
function Missing({ answer }: Pick<VisitProps, 'answer'>) {
  const { t } = useTranslation('visits')
  const [reason] = answer?.errors[''] ?? []
  return reason === undefined ? null : (
    <p className="piece-said" role="alert">
      {t(reason)}
    </p>
  )
}

const Hidden = ({ run }: { run: VisitRunFacts }) => (
  <>
    <input type="hidden" name="run" value={run.id} />
    <input type="hidden" name="step" value={run.step} />
  </>
)

/** The picture with its numbers: what will be spoken about. */
export function LookStep({ page, run, answer }: VisitProps) {
  const { t } = useTranslation('visits')
  return (
    <form method="post" action={page.action} className="visit-now" id="now">
      <Hidden run={run} />
      <fieldset>
        <legend className="piece-prompt">{t('lookPrompt')}</legend>
        <p className="piece-hint">{t('lookHint')}</p>
        <Scene alt={page.alt} drawing={page.drawing} points={run.points} form="look" />
        <div className="tick-list">
          {run.points.map(({ number, text }) => (
            <label key={number} className="tick" htmlFor={`look-${number}`}>
              <input id={`look-${number}`} type="checkbox" name="pick" value={number} />
              <span>
                <span className="tick-number">{number}</span>
                {text}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Missing answer={answer} />
      <p className="mt-4">
        <Button weight="primary">{t('send.look')}</Button>
      </p>
    </form>
  )
}

/** One turn of the talk or of the report: what has happened so far, what is said now, and the choices. */
export function TurnStep({ page, run, answer }: VisitProps) {
  const { t } = useTranslation('visits')
  const { now, steps } = run
  if (now === null) return null
  const last = steps.at(-1)
  return (
    <>
      <details className="piece-more visit-now" id={last ? undefined : 'now'} open={!last}>
        <summary>{t('lookDone')}</summary>
        <Scene alt={page.alt} drawing={page.drawing} points={run.points} form={null} />
        <Seen points={run.points} />
      </details>
      {steps.length > 1 && (
        <details className="piece-more">
          <summary>{t('passed')}</summary>
          <Talk steps={steps.slice(0, -1)} comeback={run.comeback} />
        </details>
      )}
      {last && (
        <div className="visit-now" id="now">
          <Talk steps={[last]} comeback={run.comeback} />
        </div>
      )}
      <form method="post" action={page.action} className="piece">
        <Hidden run={run} />
        {now.part === 'talk' && <DoorSign door={run.door} />}
        <fieldset className="mt-2">
          <legend className="piece-prompt">{now.text}</legend>
          <p className="piece-hint">
            {now.again && <strong>{t('tryAgain')} </strong>}
            {t(`prompt.${now.part}`)}
          </p>
          <div className="tick-list">
            {now.choices.map(({ number, text }) => (
              <label key={number} className="tick" htmlFor={`choice-${number}`}>
                <input id={`choice-${number}`} type="radio" name="pick" value={number} required />
                <span>{text}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Missing answer={answer} />
        <p className="mt-4">
          <Button weight="primary">{t(`send.${now.part}`)}</Button>
        </p>
      </form>
    </>
  )
}
