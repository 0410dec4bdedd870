<?xml version="1.0" encoding="UTF-8"?>
<!-- One layout for a UBL invoice and a UBL credit note; the terms in comments are those of EN 16931. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="cbc cac">
  <xsl:include href="labels.xsl"/>
  <xsl:include href="formats.xsl"/>
  <xsl:include href="parties.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="lines.xsl"/>
  <xsl:include href="totals.xsl"/>
  <xsl:include href="payment.xsl"/>

  <xsl:param name="css"/>
  <xsl:param name="logo"/>

  <xsl:variable name="document" select="/*"/>
  <xsl:variable name="currency" select="normalize-space($document/cbc:DocumentCurrencyCode)"/>
  <xsl:variable name="type-code"
      select="normalize-space($document/cbc:InvoiceTypeCode | $document/cbc:CreditNoteTypeCode)"/>
  <!-- By root element; but an Invoice that calls itself a credit note by its type code is one to its reader. -->
  <xsl:variable name="credit">
    <xsl:choose>
      <xsl:when test="local-name($document) = 'CreditNote'">yes</xsl:when>
      <xsl:when test="contains(' 81 83 261 308 381 396 420 458 532 ', concat(' ', $type-code, ' '))">yes</xsl:when>
      <xsl:otherwise>no</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="title">
    <xsl:call-template name="title">
      <xsl:with-param name="code" select="$type-code"/>
      <xsl:with-param name="credit" select="$credit"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="supplier" select="$document/cac:AccountingSupplierParty/cac:Party"/>
  <xsl:variable name="customer" select="$document/cac:AccountingCustomerParty/cac:Party"/>

  <xsl:template match="/">
    <xsl:variable name="seller">
      <xsl:call-template name="party-name"><xsl:with-param name="party" select="$supplier"/></xsl:call-template>
    </xsl:variable>
    <html lang="{$language-tag}">
      <head>
        <title><xsl:value-of select="concat($title, ' ', $document/cbc:ID, ' - ', $seller)"/></title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <div id="footer">
          <table>
            <tr>
              <td>
                <xsl:value-of select="concat($seller, ' · ', $title, ' ', $document/cbc:ID)"/>
              </td>
              <td class="pages">
                <xsl:value-of select="$l-page"/>
                <span class="page-number"/>
                <xsl:value-of select="$l-of"/>
                <span class="page-count"/>
              </td>
            </tr>
          </table>
        </div>
        <table class="top">
          <tr>
            <td class="seller">
              <xsl:choose>
                <xsl:when test="$logo != ''"><img class="logo" src="{$logo}" alt="{$seller}"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$seller"/></xsl:otherwise>
              </xsl:choose>
            </td>
            <td class="title"><xsl:value-of select="$title"/></td>
          </tr>
        </table>
        <xsl:call-template name="parties"/>
        <xsl:call-template name="facts"/>
        <xsl:if test="$document/cbc:Note">
          <!-- BT-22 -->
          <div class="notes">
            <xsl:for-each select="$document/cbc:Note">
              <div class="note">
                <!-- BT-21 stands before the text as a code between hashes, which is for programs -->
                <xsl:choose>
                  <xsl:when test="starts-with(., '#') and substring(., 5, 1) = '#'
                      and translate(substring(., 2, 3), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''">
                    <xsl:value-of select="substring(., 6)"/>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                </xsl:choose>
              </div>
            </xsl:for-each>
          </div>
        </xsl:if>
        <xsl:call-template name="lines"/>
        <xsl:call-template name="document-allowances-charges"/>
        <xsl:call-template name="sums"/>
        <xsl:call-template name="payment"/>
        <xsl:call-template name="other-parties"/>
        <xsl:call-template name="attachments"/>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
