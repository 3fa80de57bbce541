import type { ShownPiece } from '~/domain/learn/shown-piece'
import { BranchSteps, OrderSteps } from './steps'
import { Ticks } from './ticks'

/** What was missing in the answer just sent, and the places it gave to steps, by the steps' numbers: typed work is kept. */
export type Unclear = { reason: string; places: readonly string[] }
/** `drawing` is the inline SVG of the piece's picture, or nothing. */
export type PieceProps = { piece: ShownPiece; action: string; drawing: string; unclear: Unclear | null }

/** A piece of a lesson as a plain form. */
export function PieceBox({ piece, action, drawing, unclear }: PieceProps) {
  const { body } = piece
  const reason = unclear?.reason ?? null
  switch (body.form) {
    case 'ticks':
      return <Ticks piece={piece} body={body} action={action} drawing={drawing} unclear={reason} />
    case 'order':
      return <OrderSteps piece={piece} body={body} action={action} unclear={reason} places={unclear?.places ?? []} />
    case 'branch':
      return <BranchSteps piece={piece} body={body} action={action} unclear={reason} />
  }
}
