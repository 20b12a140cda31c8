import type { NextConfig } from 'next';

const nextConfig: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // Editors see the page as readers do; what breaks still shows.
  devIndicators: false,
  // Compression and validators belong to lib/server: it does both once a document, not once a request.
  compress: false,
  generateEtags: false,
  serverExternalPackages: ['fontkit', 'libsql', 'sharp'],
  // The text of an article is beside it, and no folder of app can end in .md.
  rewrites: async () => [
    { source: '/bai-viet/:slug([a-z0-9-]+)\\.md', destination: '/bai-viet/:slug/van-ban' },
  ],
  experimental: {
    // Every page carries the modules it uses and no others: by default pages share chunks, and an
    // article would bring the styles of the whole site.
    cssChunking: { type: 'graph', requestCost: 0, weightDistribution: 1 },
  },
};

export default nextConfig;
