import type { ShownBranch, ShownOrder, ShownPiece, ShownTicks } from '~/domain/learn/shown-piece'
import { useTranslation } from '~/i18n/words'

/** `drawing` is the inline SVG of the piece's picture, or nothing. `lines` are ruled for an answer by hand. */
export type PieceSheetProps = { piece: ShownPiece; drawing: string; lines: number }

/** A piece to be read and not to be sent: on paper with room to answer, or before a room; told only as far as `piece` tells. */
export function PieceSheet({ piece, drawing, lines }: PieceSheetProps) {
  const { t } = useTranslation('learn')
  const { body } = piece
  const kind = body.form === 'ticks' ? body.kind : body.form
  return (
    <section className="piece sheet-piece" aria-labelledby={`sheet-${piece.id}`}>
      <p className="piece-kind">{t(`piece.kind.${kind}`)}</p>
      <p className="piece-prompt" id={`sheet-${piece.id}`}>
        {piece.prompt}
      </p>
      <Body body={body} drawing={drawing} isTold={piece.right} />
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line) => (
        <div key={line} className="sheet-line" aria-hidden="true" />
      ))}
    </section>
  )
}

function Body({ body, drawing, isTold }: { body: ShownPiece['body']; drawing: string; isTold: boolean }) {
  switch (body.form) {
    case 'ticks':
      return <SheetTicks body={body} drawing={drawing} isTold={isTold} />
    case 'order':
      return <SheetOrder body={body} isTold={isTold} />
    case 'branch':
      return <SheetBranch body={body} />
  }
}

function SheetTicks({ body, drawing, isTold }: { body: ShownTicks; drawing: string; isTold: boolean }) {
  const { t } = useTranslation('learn')
  return (
    <>
      {body.picture && (
        <div className="spot-picture">
          <div role="img" aria-label={body.picture.alt} dangerouslySetInnerHTML={{ __html: drawing }} />
          {body.ticks.map(({ number, at, told }) => {
            if (!at) return null
            const look = told === null ? '' : told.right ? 'spot-told spot-right' : 'spot-told spot-fine'
            return (
              <span key={number} aria-hidden="true" className={`spot-mark ${look}`} style={{ left: `${at.x}%`, top: `${at.y}%` }}>
                <span>{number}</span>
              </span>
            )
          })}
        </div>
      )}
      <ul className="sheet-ticks">
        {body.ticks.map(({ number, text, told }) => (
          <li key={number} className={told?.right ? 'sheet-right' : ''}>
            <span aria-hidden="true" className={`sheet-box ${body.many ? '' : 'sheet-box-round'}`} />
            <span>
              {(body.picture !== null || !isTold) && <span className="tick-number">{number}</span>}
              {text}
              {told && (
                <span className="tick-told">
                  <span className={`tick-word ${told.right ? 'piece-right' : 'piece-fine'}`}>
                    {t(`piece.told.${body.kind}.${told.right ? 'right' : 'wrong'}`)}
                  </span>
                  {told.because}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function SheetOrder({ body, isTold }: { body: ShownOrder; isTold: boolean }) {
  return (
    <>
      <ol className="sheet-ticks sheet-order">
        {body.steps.map(({ number, text }, place) => (
          <li key={number}>
            <span aria-hidden="true" className="sheet-box sheet-place">
              {isTold ? place + 1 : ''}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {isTold && <p className="piece-because">{body.because}</p>}
    </>
  )
}

function SheetBranch({ body }: { body: ShownBranch }) {
  const { t } = useTranslation('learn')
  return (
    <>
      {body.passed.length > 0 && (
        <ol className="branch-passed">
          {body.passed.map(({ text, chosen }) => (
            <li key={text}>
              {text}
              <span className="branch-chosen">{t('sheet.chosen', { text: chosen })}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="branch-now">{body.now}</p>
      <ul className="sheet-ticks">
        {body.choices.map(({ number, text }) => (
          <li key={number}>
            <span aria-hidden="true" className="sheet-box sheet-box-round" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
