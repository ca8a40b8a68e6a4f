<?xml version="1.0" encoding="UTF-8"?>
<!-- Shows an RSS or Atom feed as a page, in browsers that still read stylesheets of this kind. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <xsl:template match="/">
    <html>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="/rss/channel/title | /atom:feed/atom:title"/></title>
        <style>
          :root { color-scheme: light dark; --muted: #595959; --link: #0b57a4; --rule: #d9d6d0; }
          @media (prefers-color-scheme: dark) { :root { --muted: #a9a8a3; --link: #8ab8ff; --rule: #34373d; } }
          body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; }
          a { color: var(--link); }
          .about, time { color: var(--muted); font: .9rem/1.5 system-ui, sans-serif; }
          .about { padding: 1rem; border: 1px solid var(--rule); border-radius: .4rem; }
          h1 { line-height: 1.15; }
          h2 { margin: 0; font-size: 1.2rem; line-height: 1.3; }
          ol { padding: 0; list-style: none; }
          li { padding: 1rem 0; border-top: 1px solid var(--rule); }
          p { margin: .3rem 0 0; }
        </style>
      </head>
      <body>
        <xsl:apply-templates select="/rss/channel | /atom:feed"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="channel">
    <p class="about">This is a feed. Put its address into a feed reader, and new articles come to you. <a href="{link}">Read them on the site</a></p>
    <h1><xsl:value-of select="title"/></h1>
    <p><xsl:value-of select="description"/></p>
    <ol><xsl:apply-templates select="item"/></ol>
  </xsl:template>

  <xsl:template match="item">
    <li>
      <h2><a href="{link}"><xsl:value-of select="title"/></a></h2>
      <time><xsl:value-of select="substring(pubDate, 1, 16)"/></time>
    </li>
  </xsl:template>

  <xsl:template match="atom:feed">
    <p class="about">This is a feed. Put its address into a feed reader, and new articles come to you. <a href="{atom:link[@rel='alternate']/@href}">Read them on the site</a></p>
    <h1><xsl:value-of select="atom:title"/></h1>
    <p><xsl:value-of select="atom:subtitle"/></p>
    <ol><xsl:apply-templates select="atom:entry"/></ol>
  </xsl:template>

  <xsl:template match="atom:entry">
    <li>
      <h2><a href="{atom:link[@rel='alternate']/@href}"><xsl:value-of select="atom:title"/></a></h2>
      <time><xsl:value-of select="substring(atom:published, 1, 10)"/></time>
      <p><xsl:value-of select="atom:summary"/></p>
    </li>
  </xsl:template>
</xsl:stylesheet>
