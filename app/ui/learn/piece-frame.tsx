import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'

export type Verdict = { right: boolean; text: string }

/** What was said to the last answer, or what is missing in it. The script moves the focus here, so that it is read out. */
function Said({ verdict, unclear }: { verdict: Verdict | null; unclear: string | null }) {
  const { t } = useTranslation('learn')
  if (unclear)
    return (
      <p className="piece-said" role="alert" tabIndex={-1} data-said="unclear">
        {t(unclear)}
      </p>
    )
  if (!verdict) return null
  return (
    <p className={`piece-said ${verdict.right ? 'piece-right' : 'piece-wrong'}`} role="status" tabIndex={-1} data-said>
      <Icon name={verdict.right ? 'met' : 'due'} />
      <span>{verdict.text}</span>
    </p>
  )
}

/** The frame of every piece: what kind of thing to do, the question, and what was said to the last answer. */
export function PieceFrame(props: {
  id: string
  kind: string
  prompt: string
  verdict: Verdict | null
  unclear: string | null
  children: ReactNode
}) {
  const { t } = useTranslation('learn')
  const { id, kind, prompt, verdict, unclear, children } = props
  return (
    <section className="piece" id={`piece-${id}`} aria-labelledby={`piece-${id}-prompt`} data-piece-box>
      <p className="piece-kind">{t(`piece.kind.${kind}`)}</p>
      <p className="piece-prompt" id={`piece-${id}-prompt`}>
        {prompt}
      </p>
      {children}
      <Said verdict={verdict} unclear={unclear} />
      <p className="piece-said" role="alert" tabIndex={-1} hidden data-network>
        {t('unclear.network')}
      </p>
    </section>
  )
}

/** A piece's form: it works by itself, and the lesson's script answers it in place where scripts run. */
export function PieceForm({ action, children, send }: { action: string; children: ReactNode; send: string }) {
  return (
    <form method="post" action={action} data-piece-form>
      {children}
      <p className="no-print mt-4">
        <Button weight="plain" className="piece-send">
          {send}
        </Button>
      </p>
    </form>
  )
}
