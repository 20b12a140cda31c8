// Who may call whom: the arrows of the house point one way, and nothing goes round in circles.
const rooms = {
  vietnamese: [],
  site: ['vietnamese'],
  content: ['vietnamese', 'site'],
  search: ['vietnamese', 'site', 'content'],
  store: ['vietnamese', 'site', 'content', 'search'],
  seo: ['vietnamese', 'site', 'content', 'search', 'store'],
  feeds: ['vietnamese', 'site', 'content', 'search', 'store', 'seo'],
  cards: ['vietnamese', 'site'],
  publish: ['vietnamese', 'site', 'content', 'search', 'store', 'cards'],
  server: ['vietnamese', 'site', 'content', 'search', 'store', 'seo', 'publish'],
  commands: ['vietnamese', 'site', 'content', 'search', 'store', 'seo', 'publish', 'server'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or one rule in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-knows-no-app',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|tests)/' },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `room-${room}`,
      comment: `lib/${room} may call only: ${[room, ...allowed].join(', ')}.`,
      severity: 'error',
      from: { path: `^lib/${room}/` },
      to: { path: '^lib/', pathNot: `^lib/(${[room, ...allowed].join('|')})/` },
    })),
    {
      name: 'app-asks-no-server',
      comment: 'Pages are rendered by any Next.js host; the server around them is optional.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/(server|commands)/' },
    },
    {
      name: 'pure-rooms-ask-no-machine',
      comment: 'Clock, disk, net and threads stay at the edge.',
      severity: 'error',
      from: { path: '^lib/(vietnamese|content|search|site)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-know-no-framework',
      comment: 'Database and framework stay at the edge.',
      severity: 'error',
      from: { path: '^lib/(vietnamese|content|search|site)/' },
      to: { path: 'node_modules/(libsql|next|react)' },
    },
    {
      name: 'store-knows-no-react',
      severity: 'error',
      from: { path: '^lib/store/' },
      to: { path: 'node_modules/(next|react)' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
