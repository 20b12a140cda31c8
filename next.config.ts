import type { NextConfig } from 'next';

const nextConfig: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // Compression and validators belong to lib/server: it does both once a document, not once a request.
  compress: false,
  generateEtags: false,
  serverExternalPackages: ['libsql'],
  experimental: { inlineCss: true },
};

export default nextConfig;
