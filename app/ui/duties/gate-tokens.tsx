import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'

export type GateTokenLine = { id: string; name: string; createdAt: string; usedAt: string | null }

type Answer = FormAnswer & { token?: string; name?: string }

/** The systems of a site that may ask by themselves: a turnstile, a contractor's own page. A token is shown once. */
export function GateTokens({ tokens, address, answer }: { tokens: readonly GateTokenLine[]; address: string; answer: Answer | undefined }) {
  const { t } = useTranslation('gate')
  return (
    <section className="no-print mt-12 border-t border-line pt-6">
      <h2>{t('tokens.title')}</h2>
      <p className="mt-2 max-w-measure text-ink2">{t('tokens.lead')}</p>
      {answer?.token !== undefined && (
        <Notice kind="done" title={t('tokens.made', { name: answer.name })} live>
          <p className="my-2 break-all font-mono text-18">{answer.token}</p>
          <p>{t('tokens.once')}</p>
        </Notice>
      )}
      <ul className="mt-4">
        {tokens.map(({ id, name, createdAt, usedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-2">
            <span className="font-semibold">{name}</span>
            <span className="text-ink2">{t('tokens.since', { at: createdAt })}</span>
            <span className="text-ink2">{usedAt === null ? t('tokens.unused') : t('tokens.used', { at: usedAt })}</span>
            <form method="post" className="ml-auto">
              <input type="hidden" name="id" value={id} />
              <Button name="act" value="end" weight="danger" aria-label={t('tokens.endNamed', { name })}>
                {t('tokens.end')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" className="mt-6 max-w-md">
        <Field name="name" label={t('tokens.name')} hint={t('tokens.nameHint')} answer={answer} maxLength={40} required />
        <Button name="act" value="make">
          {t('tokens.make')}
        </Button>
      </form>
      <details className="mt-6">
        <summary className="min-h-touch cursor-pointer py-2">{t('tokens.how')}</summary>
        <p className="mt-1 max-w-measure text-ink2">{t('tokens.howText')}</p>
        <pre className="mt-2 overflow-x-auto whitespace-pre-wrap break-all bg-raised p-3 text-14">{`GET ${address}\nAuthorization: Bearer …`}</pre>
      </details>
    </section>
  )
}
