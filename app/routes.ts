import { remixRoutesOptionAdapter } from '@remix-run/routes-option-adapter'
import { flatRoutes } from 'remix-flat-routes'

type Manifest = ReturnType<typeof flatRoutes>

/** Area folders (`learn+/`) order the files; they are not part of the address. */
function withoutAreas(routes: Manifest): Manifest {
  return Object.fromEntries(
    Object.entries(routes).map(([id, { path, ...route }]) => {
      const address = path?.replace(/^[a-z]+\/?/, '')
      return [id, { ...route, ...(address ? { path: address } : {}) }]
    }),
  )
}

export default remixRoutesOptionAdapter((defineRoutes) => withoutAreas(flatRoutes('routes', defineRoutes)))
