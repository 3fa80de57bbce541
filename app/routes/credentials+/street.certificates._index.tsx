import { useActionData, useLoaderData } from '@remix-run/react'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { RegisterView } from '~/ui/credentials/register-view'
import { titled } from '~/ui/shell/title'
import { registerPage } from './register-page.server'
import { printRegister } from './register-print.server'

export const loader = serve('supervisor', async (ctx, { request }) => ({
  register: await registerPage(ctx, request, actorScope(ctx, 'supervise')),
}))

export const action = serve('supervisor', (ctx, { request }) => printRegister(ctx, request, actorScope(ctx, 'supervise')))

export const handle = titled<typeof loader>((t) => t('credentials:register.streetTitle'))

export default function StreetRegister() {
  const { register } = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('register.streetBack')}
        </a>
      </p>
      <h1 className="mb-6">{t('register.streetTitle')}</h1>
      <RegisterView register={register} address="/street/certificates" answer={useActionData<typeof action>()} />
    </>
  )
}
