import type { ReactNode } from 'react'
import { type Register, registers } from '~/domain/classes/registers'
import { useTranslation } from '~/i18n/words'
import { Notice } from '~/ui/kit/notice'
import { addresses, type RegisterPage } from './registers'

/** A page of one of the registers: the way among them, and what was just done. */
export function RegisterFrame({
  register,
  done = null,
  children,
}: {
  register: Register
  done?: RegisterPage['done']
  children: ReactNode
}) {
  const { t } = useTranslation('training')
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      <nav aria-label={t('registers')} className="no-print mb-6 flex flex-wrap gap-x-5 border-b border-line">
        {registers.map((one) => (
          <a
            key={one}
            href={addresses[one]}
            aria-current={one === register ? 'page' : undefined}
            className={`-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${one === register ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
          >
            {t(`tab.${one}`)}
          </a>
        ))}
      </nav>
      {done !== null && <Notice kind="done" title={t(`done.${done}`)} live />}
      {children}
    </>
  )
}
