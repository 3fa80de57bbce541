import { useLoaderData } from '@remix-run/react'
import { settings } from '~/env.server'
import { param, serve } from '~/http/serve.server'
import { type TestScreen, TestScreenView } from '~/ui/classes/test-screen-view'
import { titled } from '~/ui/shell/title'
import { getHeldTest } from '~/usecases/classes/reached-test.server'
import { bodyShown, shownTest } from './class-test-page.server'

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** For the screen of a classroom: whoever leads the class or organises one of its rooms. */
export const loader = serve('person', async (ctx, { params }): Promise<TestScreen> => {
  const sight = await getHeldTest(ctx, param(params, 'id'), param(params, 'key'))
  const test = shownTest(sight)
  const home = settings().publicUrl
  const isShown = sight.test !== null && test.state === 'open' && !test.isClassClosed
  return {
    test,
    minutes: bodyShown(sight).minutes,
    code:
      isShown && sight.test !== null
        ? {
            text: sight.test.code,
            address: `${home}/classes/test?code=${sight.test.code}`,
            typed: `${home.replace(/^https?:\/\//, '')}/classes/test`,
          }
        : null,
  }
})

export const handle = titled<typeof loader>((t, { test }) => `${t('classtest:screen.title')} · ${test.title}`)

export default function ScreenOfTest() {
  return <TestScreenView {...useLoaderData<typeof loader>()} />
}
