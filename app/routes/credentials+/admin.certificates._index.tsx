import { useActionData, useLoaderData } from '@remix-run/react'
import { findMissingSerials, listGaps } from '~/data/credentials/gaps.server'
import { serialGaps, serialsIn } from '~/domain/credentials/serial-gaps'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { RegisterView } from '~/ui/credentials/register-view'
import { Notice } from '~/ui/kit/notice'
import { AdminFrame } from '~/ui/org/admin-frame'
import { titled } from '~/ui/shell/title'
import { registerPage } from './register-page.server'
import { printRegister } from './register-print.server'

export const loader = serve('administrator', async (ctx, { request }) => {
  const { open } = serialGaps(findMissingSerials(), await listGaps())
  const revoked = Number(readQuery(request).text('revoked')) || 0
  return { register: await registerPage(ctx, request, actorScope(ctx, 'see')), missing: serialsIn(open), revoked }
})

export const action = serve('administrator', (ctx, { request }) => printRegister(ctx, request, actorScope(ctx, 'see')))

export const handle = titled<typeof loader>((t) => t('credentials:register.title'))

export default function Register() {
  const { register, missing, revoked } = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  return (
    <AdminFrame title={t('register.title')} lead={t('register.lead')}>
      {revoked > 0 && (
        <Notice kind="done" live>
          {t('register.revoke.done', { count: revoked })}
        </Notice>
      )}
      {missing > 0 && (
        <Notice kind="warn">
          {t('register.gapsOpen', { count: missing })}{' '}
          <a href="/admin/certificates/gaps" className="inline-flex min-h-touch items-center">
            {t('register.gapsGo')}
          </a>
        </Notice>
      )}
      <RegisterView register={register} address="/admin/certificates" answer={useActionData<typeof action>()} mayRevoke />
      <p className="no-print mt-8">
        <a href="/admin/certificates/gaps" className="inline-flex min-h-touch items-center">
          {t('register.gapsLink')}
        </a>
      </p>
    </AdminFrame>
  )
}
