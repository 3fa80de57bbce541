import type { ShownPiece, ShownTicks } from '~/domain/learn/shown-piece'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { Zoomable } from '~/ui/kit/zoomable'
import { PieceForm, PieceFrame, type Verdict } from './piece-frame'

type Tick = ShownTicks['ticks'][number]

/** Why this one is right or wrong, where the reader may know. What was rightly left alone is no fault and has no colour. */
function Told({ kind, tick: { told, picked } }: { kind: ShownTicks['kind']; tick: Tick }) {
  const { t } = useTranslation('learn')
  if (!told) return null
  const look = told.right ? 'piece-right' : picked ? 'piece-wrong' : 'piece-fine'
  return (
    <span className="tick-told">
      <span className={`tick-word ${look}`}>
        <Icon name={told.right ? 'met' : kind === 'spot' ? 'waived' : 'barred'} size={18} />
        {t(`piece.told.${kind}.${told.right ? 'right' : 'wrong'}`)}
      </span>
      <span className="tick-because">{told.because}</span>
    </span>
  )
}

/** The picture with its numbers. Each number is a second label of the box in the list below, which keyboards and readers use. */
function Pictured({ id, body, drawing, done }: { id: string; body: ShownTicks; drawing: string; done: boolean }) {
  return (
    <Zoomable id={id} drawing={drawing}>
      <div className="spot-picture">
        <div role="img" aria-label={body.picture?.alt} dangerouslySetInnerHTML={{ __html: drawing }} />
        {body.ticks.map(({ number, at, told, picked }) => {
          if (!at) return null
          const place = { style: { left: `${at.x}%`, top: `${at.y}%` } }
          const look = done ? ` spot-told ${told?.right ? 'spot-right' : 'spot-fine'}` : picked ? ' spot-picked' : ''
          return done ? (
            <span key={number} aria-hidden="true" className={`spot-mark${look}`} {...place}>
              <span>{number}</span>
            </span>
          ) : (
            <label key={number} htmlFor={`${id}-${number}`} aria-hidden="true" className={`spot-mark${look}`} data-mark={number} {...place}>
              <span>{number}</span>
            </label>
          )
        })}
      </div>
    </Zoomable>
  )
}

function Boxes({ id, body }: { id: string; body: ShownTicks }) {
  return (
    <div className="tick-list">
      {body.ticks.map((tick) => (
        <label key={tick.number} className="tick" htmlFor={`${id}-${tick.number}`}>
          <input
            id={`${id}-${tick.number}`}
            type={body.many ? 'checkbox' : 'radio'}
            name="pick"
            value={tick.number}
            defaultChecked={tick.picked}
            required={!body.many}
          />
          <span>
            {body.picture && <span className="tick-number">{tick.number}</span>}
            {tick.text}
            <Told kind={body.kind} tick={tick} />
          </span>
        </label>
      ))}
    </div>
  )
}

function Finished({ kind, ticks }: { kind: ShownTicks['kind']; ticks: Tick[] }) {
  return (
    <ul className="tick-list">
      {ticks.map((tick) => (
        <li key={tick.number} className="tick tick-done">
          <span>
            {kind !== 'choose' && <span className="tick-number">{tick.number}</span>}
            {tick.text}
            <Told kind={kind} tick={tick} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function useVerdict(piece: ShownPiece, body: ShownTicks): Verdict | null {
  const { t } = useTranslation('learn')
  if (!piece.answered) return null
  if (piece.right) return { right: true, text: t('piece.right') }
  const extra = body.ticks.some(({ picked, told }) => picked && told?.right === false)
  if (!body.many) return { right: false, text: t('piece.wrongChoose') }
  if (body.missing === 0) return { right: false, text: t('piece.extra') }
  return { right: false, text: t(extra ? 'piece.extraAndMissing' : 'piece.missing', { count: body.missing }) }
}

/** Choose, spot and route: things to tick, with a picture above them or without. */
export function Ticks(props: { piece: ShownPiece; body: ShownTicks; action: string; drawing: string; unclear: string | null }) {
  const { t } = useTranslation('learn')
  const { piece, body, action, drawing, unclear } = props
  const id = `piece-${piece.id}`
  const picture = body.picture && <Pictured id={id} body={body} drawing={drawing} done={piece.right} />
  const hint = body.kind === 'choose' ? (body.many ? 'picks' : 'pick') : body.kind
  const others = body.ticks.filter(({ picked }) => !picked)
  return (
    <PieceFrame id={piece.id} kind={body.kind} prompt={piece.prompt} verdict={useVerdict(piece, body)} unclear={unclear}>
      {piece.right ? (
        <>
          {picture}
          <Finished kind={body.kind} ticks={body.kind === 'choose' ? body.ticks.filter(({ picked }) => picked) : body.ticks} />
          {body.kind === 'choose' && (
            <details className="piece-more">
              <summary>{t('piece.others')}</summary>
              <Finished kind={body.kind} ticks={others} />
            </details>
          )}
        </>
      ) : (
        <PieceForm action={action} send={t('piece.send')}>
          <fieldset>
            <legend className="sr-only">{piece.prompt}</legend>
            <p className="piece-hint">{t(`piece.hint.${hint}`)}</p>
            {picture}
            <Boxes id={id} body={body} />
          </fieldset>
        </PieceForm>
      )}
    </PieceFrame>
  )
}
