<?xml version="1.0" encoding="UTF-8"?>
<!-- Allowances and charges of the document (BG-20, BG-21), VAT breakdown (BG-23) and totals (BG-22). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="cbc cac">

  <xsl:template name="allowance-charge-text">
    <xsl:variable name="charge" select="normalize-space(cbc:ChargeIndicator)"/>
    <xsl:choose>
      <xsl:when test="$charge = 'true' or $charge = '1'"><xsl:value-of select="$l-charge"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$l-allowance"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="cbc:AllowanceChargeReason">
        <xsl:value-of select="concat(' – ', cbc:AllowanceChargeReason)"/>
      </xsl:when>
      <xsl:when test="cbc:AllowanceChargeReasonCode">
        <xsl:value-of select="concat(' (', cbc:AllowanceChargeReasonCode, ')')"/>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="cbc:MultiplierFactorNumeric">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="number">
        <xsl:with-param name="value" select="cbc:MultiplierFactorNumeric"/>
      </xsl:call-template>
      <xsl:text>%</xsl:text>
    </xsl:if>
    <xsl:if test="cbc:BaseAmount">
      <xsl:value-of select="$l-over"/>
      <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:BaseAmount"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="allowance-charge-amount">
    <xsl:variable name="charge" select="normalize-space(cbc:ChargeIndicator)"/>
    <xsl:choose>
      <xsl:when test="$charge = 'true' or $charge = '1'">
        <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:Amount"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="subtracted"><xsl:with-param name="value" select="cbc:Amount"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="document-allowances-charges">
    <xsl:if test="$document/cac:AllowanceCharge">
      <table class="lines">
        <thead>
          <tr>
            <th><xsl:value-of select="$l-allowances-charges"/></th>
            <th class="vat number"><xsl:value-of select="$l-vat"/></th>
            <th class="total number last">
              <xsl:value-of select="normalize-space(concat($l-amount, ' ', $currency))"/>
            </th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$document/cac:AllowanceCharge">
            <tr>
              <td><xsl:call-template name="allowance-charge-text"/></td>
              <td class="vat number"><xsl:apply-templates select="cac:TaxCategory"/></td>
              <td class="total number last"><xsl:call-template name="allowance-charge-amount"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="sums">
    <table class="sums">
      <tr>
        <td class="left"><xsl:call-template name="vat-breakdown"/></td>
        <td><xsl:call-template name="totals"/></td>
      </tr>
    </table>
  </xsl:template>

  <xsl:template name="vat-breakdown">
    <xsl:variable name="subtotals" select="$document/cac:TaxTotal/cac:TaxSubtotal"/>
    <xsl:if test="$subtotals">
      <table class="plain">
        <thead>
          <tr>
            <th><xsl:value-of select="$l-vat-specification"/></th>
            <th class="rate number"><xsl:value-of select="$l-rate"/></th>
            <th class="sum number"><xsl:value-of select="$l-taxable"/></th>
            <th class="sum number last"><xsl:value-of select="$l-vat"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$subtotals">
            <tr>
              <td>
                <xsl:call-template name="vat-category">
                  <xsl:with-param name="code" select="normalize-space(cac:TaxCategory/cbc:ID)"/>
                </xsl:call-template>
              </td>
              <td class="rate number">
                <xsl:if test="cac:TaxCategory/cbc:Percent">
                  <xsl:call-template name="number">
                    <xsl:with-param name="value" select="cac:TaxCategory/cbc:Percent"/>
                  </xsl:call-template>
                  <xsl:text>%</xsl:text>
                </xsl:if>
              </td>
              <td class="sum number">
                <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:TaxableAmount"/></xsl:call-template>
              </td>
              <td class="sum number last">
                <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:TaxAmount"/></xsl:call-template>
              </td>
            </tr>
            <xsl:call-template name="exemption-reason"/>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- BT-120, else BT-121 in words -->
  <xsl:template name="exemption-reason">
    <xsl:choose>
      <xsl:when test="cac:TaxCategory/cbc:TaxExemptionReason">
        <tr>
          <td class="reason detail" colspan="4"><xsl:value-of select="cac:TaxCategory/cbc:TaxExemptionReason"/></td>
        </tr>
      </xsl:when>
      <xsl:when test="cac:TaxCategory/cbc:TaxExemptionReasonCode">
        <tr>
          <td class="reason detail" colspan="4">
            <xsl:call-template name="exemption">
              <xsl:with-param name="code" select="normalize-space(cac:TaxCategory/cbc:TaxExemptionReasonCode)"/>
            </xsl:call-template>
          </td>
        </tr>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="total">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="class"/>
    <tr class="{$class}">
      <td><xsl:value-of select="$label"/></td>
      <td class="value"><xsl:value-of select="$value"/></td>
    </tr>
  </xsl:template>

  <xsl:template name="added">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="class"/>
    <xsl:if test="$value">
      <xsl:call-template name="total">
        <xsl:with-param name="label" select="$label"/>
        <xsl:with-param name="class" select="$class"/>
        <xsl:with-param name="value">
          <xsl:call-template name="amount"><xsl:with-param name="value" select="$value"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="taken-off">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="$value">
      <xsl:call-template name="total">
        <xsl:with-param name="label" select="$label"/>
        <xsl:with-param name="value">
          <xsl:call-template name="subtracted"><xsl:with-param name="value" select="$value"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="totals">
    <xsl:variable name="sums" select="$document/cac:LegalMonetaryTotal"/>
    <!-- BT-110 is in the currency of the document, BT-111 in that of the seller's tax return -->
    <xsl:variable name="tax" select="$document/cac:TaxTotal/cbc:TaxAmount[not(@currencyID) or @currencyID = $currency]"/>
    <xsl:variable name="foreign-tax" select="$document/cac:TaxTotal/cbc:TaxAmount[@currencyID != $currency]"/>
    <table class="totals">
      <xsl:call-template name="added">
        <xsl:with-param name="label" select="$l-sum-lines"/>
        <xsl:with-param name="value" select="$sums/cbc:LineExtensionAmount"/>
      </xsl:call-template>
      <xsl:call-template name="taken-off">
        <xsl:with-param name="label" select="$l-sum-allowances"/>
        <xsl:with-param name="value" select="$sums/cbc:AllowanceTotalAmount"/>
      </xsl:call-template>
      <xsl:call-template name="added">
        <xsl:with-param name="label" select="$l-sum-charges"/>
        <xsl:with-param name="value" select="$sums/cbc:ChargeTotalAmount"/>
      </xsl:call-template>
      <xsl:call-template name="added">
        <xsl:with-param name="label" select="$l-sum-exclusive"/>
        <xsl:with-param name="value" select="$sums/cbc:TaxExclusiveAmount"/>
        <xsl:with-param name="class" select="'subtotal'"/>
      </xsl:call-template>
      <xsl:call-template name="added">
        <xsl:with-param name="label" select="$l-sum-vat"/>
        <xsl:with-param name="value" select="$tax"/>
      </xsl:call-template>
      <xsl:call-template name="added">
        <xsl:with-param name="label" select="$l-sum-inclusive"/>
        <xsl:with-param name="value" select="$sums/cbc:TaxInclusiveAmount"/>
        <xsl:with-param name="class" select="'subtotal'"/>
      </xsl:call-template>
      <xsl:call-template name="taken-off">
        <xsl:with-param name="label" select="$l-prepaid"/>
        <xsl:with-param name="value" select="$sums/cbc:PrepaidAmount"/>
      </xsl:call-template>
      <xsl:call-template name="added">
        <xsl:with-param name="label" select="$l-rounding"/>
        <xsl:with-param name="value" select="$sums/cbc:PayableRoundingAmount"/>
      </xsl:call-template>
      <xsl:call-template name="payable"><xsl:with-param name="value" select="$sums/cbc:PayableAmount"/></xsl:call-template>
      <xsl:for-each select="$foreign-tax">
        <xsl:call-template name="added">
          <xsl:with-param name="label" select="concat($l-vat-in, @currencyID)"/>
          <xsl:with-param name="value" select="."/>
        </xsl:call-template>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template name="payable">
    <xsl:param name="value"/>
    <xsl:call-template name="total">
      <xsl:with-param name="class" select="'payable'"/>
      <xsl:with-param name="label">
        <xsl:choose>
          <xsl:when test="$credit = 'yes'"><xsl:value-of select="$l-creditable"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$l-payable"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="value">
        <xsl:call-template name="money"><xsl:with-param name="value" select="$value"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
