import type { ShownBranch, ShownOrder, ShownPiece } from '~/domain/learn/shown-piece'
import { useTranslation } from '~/i18n/words'
import { PieceForm, PieceFrame } from './piece-frame'

type Common = { piece: ShownPiece; action: string; unclear: string | null }

/** Steps to put in order: a place for each by a list; with scripts, arrows move them. */
export function OrderSteps({ piece, body, action, unclear, places }: Common & { body: ShownOrder; places: readonly string[] }) {
  const { t } = useTranslation('learn')
  const leading = body.leading === 0 ? t('piece.leading_zero') : t('piece.leading', { count: body.leading })
  const verdict = piece.answered ? { right: piece.right, text: piece.right ? t('piece.right') : leading } : null
  return (
    <PieceFrame id={piece.id} kind="order" prompt={piece.prompt} verdict={verdict} unclear={unclear}>
      {piece.right ? (
        <>
          <ol className="order-done">
            {body.steps.map(({ number, text }) => (
              <li key={number}>{text}</li>
            ))}
          </ol>
          <p className="piece-because">{body.because}</p>
        </>
      ) : (
        <PieceForm action={action} send={t('piece.send')}>
          <fieldset>
            <legend className="sr-only">{piece.prompt}</legend>
            <p className="piece-hint" data-moving={t('piece.hint.move')}>
              {t('piece.hint.order')}
            </p>
            <ol className="order-list" data-order>
              {body.steps.map((step, index) => (
                <OrderStep
                  key={step.number}
                  id={piece.id}
                  step={step}
                  all={body.steps.length}
                  place={places[step.number - 1] ?? (piece.answered ? String(index + 1) : '')}
                  kept={piece.answered && index < body.leading}
                />
              ))}
            </ol>
            <p className="sr-only" aria-live="polite" data-order-said />
          </fieldset>
        </PieceForm>
      )}
    </PieceFrame>
  )
}

type StepProps = { id: string; step: ShownOrder['steps'][number]; all: number; place: string; kept: boolean }

function OrderStep({ id, step, all, place, kept }: StepProps) {
  const { t } = useTranslation('learn')
  const { number, text } = step
  const words = {
    'data-up': t('piece.up', { text }),
    'data-down': t('piece.down', { text }),
    'data-moved': t('piece.moved', { text, number: '{n}' }),
  }
  return (
    <li className={`order-step ${kept ? 'order-kept' : ''}`} data-step {...words}>
      <select
        name={`place-${number}`}
        id={`piece-${id}-place-${number}`}
        aria-label={t('piece.placeOf', { text })}
        defaultValue={place}
        required
      >
        <option value="">{t('piece.place')}</option>
        {Array.from({ length: all }, (_, nth) => String(nth + 1)).map((nth) => (
          <option key={nth} value={nth}>
            {t('piece.nth', { number: nth })}
          </option>
        ))}
      </select>
      <span className="order-text">{text}</span>
    </li>
  )
}

/** A situation decided step by step: what was passed stays on the page. */
export function BranchSteps({ piece, body, action, unclear }: Common & { body: ShownBranch }) {
  const { t } = useTranslation('learn')
  const verdict = body.end === null ? null : { right: body.end === 'good', text: t(body.end === 'good' ? 'piece.good' : 'piece.bad') }
  return (
    <PieceFrame id={piece.id} kind="branch" prompt={piece.prompt} verdict={verdict} unclear={unclear}>
      {body.passed.length > 0 && (
        <ol className="branch-passed">
          {body.passed.map(({ text, chosen }) => (
            <li key={text}>
              {text}
              <span className="branch-chosen">{t('piece.chosen', { text: chosen })}</span>
            </li>
          ))}
        </ol>
      )}
      {body.end === null ? (
        <PieceForm action={action} send={t('piece.choose')}>
          <input type="hidden" name="step" value={body.step} />
          <fieldset>
            <legend className="branch-now">{body.now}</legend>
            <div className="tick-list">
              {body.choices.map(({ number, text }) => (
                <label key={number} className="tick" htmlFor={`piece-${piece.id}-${number}`}>
                  <input id={`piece-${piece.id}-${number}`} type="radio" name="pick" value={number} required />
                  <span>{text}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </PieceForm>
      ) : (
        <p className={`branch-end ${body.end === 'good' ? '' : 'branch-bad'}`}>{body.now}</p>
      )}
      {body.end === 'bad' && (
        <PieceForm action={action} send={t('piece.again')}>
          <input type="hidden" name="again" value="yes" />
        </PieceForm>
      )}
    </PieceFrame>
  )
}
