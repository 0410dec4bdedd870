<?xml version="1.0" encoding="UTF-8"?>
<!-- BG-25: the lines, each with its item, price, allowances and charges. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="cbc cac">

  <xsl:template name="lines">
    <table class="lines">
      <thead>
        <tr>
          <th class="position"><xsl:value-of select="$l-line"/></th>
          <th><xsl:value-of select="$l-description"/></th>
          <th class="quantity number"><xsl:value-of select="$l-quantity"/></th>
          <th class="price number"><xsl:value-of select="$l-price"/></th>
          <th class="vat number"><xsl:value-of select="$l-vat"/></th>
          <th class="total number last"><xsl:value-of select="normalize-space(concat($l-amount, ' ', $currency))"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$document/cac:InvoiceLine | $document/cac:CreditNoteLine"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="cac:InvoiceLine | cac:CreditNoteLine | cac:SubInvoiceLine | cac:SubCreditNoteLine">
    <xsl:variable name="quantity" select="cbc:InvoicedQuantity | cbc:CreditedQuantity"/>
    <tr>
      <!-- BT-126 is any text; one that does not fit into its column is among the details -->
      <td class="position"><xsl:if test="string-length(cbc:ID) &lt; 5"><xsl:value-of select="cbc:ID"/></xsl:if></td>
      <td>
        <xsl:apply-templates select="cac:Item"/>
        <xsl:call-template name="line-details"/>
      </td>
      <td class="quantity number">
        <xsl:if test="$quantity">
          <xsl:call-template name="number"><xsl:with-param name="value" select="$quantity"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:call-template name="unit">
            <xsl:with-param name="code" select="normalize-space($quantity/@unitCode)"/>
            <xsl:with-param name="quantity" select="$quantity"/>
          </xsl:call-template>
        </xsl:if>
      </td>
      <td class="price number"><xsl:apply-templates select="cac:Price"/></td>
      <td class="vat number"><xsl:apply-templates select="cac:Item/cac:ClassifiedTaxCategory"/></td>
      <td class="total number last">
        <xsl:call-template name="amount">
          <xsl:with-param name="value" select="cbc:LineExtensionAmount"/>
        </xsl:call-template>
      </td>
    </tr>
    <xsl:apply-templates select="cac:SubInvoiceLine | cac:SubCreditNoteLine"/>
  </xsl:template>

  <!-- The word for a unit; of a word for one and one for more, the one that goes with the quantity. -->
  <xsl:template name="unit">
    <xsl:param name="code"/>
    <xsl:param name="quantity"/>
    <xsl:variable name="entry" select="concat('|', $code, '=')"/>
    <xsl:variable name="word" select="substring-before(substring-after($l-units, $entry), '|')"/>
    <xsl:choose>
      <xsl:when test="$code = '' or not(contains($l-units, $entry))"><xsl:value-of select="$code"/></xsl:when>
      <xsl:when test="not(contains($word, '/'))"><xsl:value-of select="$word"/></xsl:when>
      <xsl:when test="number($quantity) = 1 or number($quantity) = -1">
        <xsl:value-of select="substring-before($word, '/')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="substring-after($word, '/')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cac:Item">
    <xsl:choose>
      <xsl:when test="cbc:Name">
        <div><xsl:value-of select="cbc:Name"/></div>
        <xsl:for-each select="cbc:Description[normalize-space(.) != normalize-space(../cbc:Name)]">
          <div class="detail text"><xsl:value-of select="."/></div>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="cbc:Description"><div class="text"><xsl:value-of select="."/></div></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="detail">
      <xsl:with-param name="label" select="$l-seller-item"/>
      <xsl:with-param name="value" select="cac:SellersItemIdentification/cbc:ID"/>
    </xsl:call-template>
    <xsl:call-template name="detail">
      <xsl:with-param name="label" select="$l-buyer-item"/>
      <xsl:with-param name="value" select="cac:BuyersItemIdentification/cbc:ID"/>
    </xsl:call-template>
    <!-- BT-157: a GTIN only where its scheme says so -->
    <xsl:for-each select="cac:StandardItemIdentification/cbc:ID">
      <xsl:call-template name="detail">
        <xsl:with-param name="label">
          <xsl:choose>
            <xsl:when test="@schemeID = '0160' or @schemeID = 'GTIN'">GTIN</xsl:when>
            <xsl:otherwise><xsl:value-of select="$l-standard-item"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="value" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="cac:CommodityClassification/cbc:ItemClassificationCode">
      <xsl:call-template name="detail">
        <xsl:with-param name="label" select="normalize-space(concat($l-classification, ' ', @listID))"/>
        <xsl:with-param name="value" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="cac:AdditionalItemProperty">
      <xsl:call-template name="detail">
        <xsl:with-param name="label" select="cbc:Name"/>
        <xsl:with-param name="value" select="cbc:Value"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="cac:OriginCountry/cbc:IdentificationCode">
      <xsl:call-template name="detail">
        <xsl:with-param name="label" select="$l-origin"/>
        <xsl:with-param name="value">
          <xsl:call-template name="country">
            <xsl:with-param name="code" select="normalize-space(cac:OriginCountry/cbc:IdentificationCode)"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="detail">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value) != ''">
      <div class="detail"><xsl:value-of select="concat($label, ': ', $value)"/></div>
    </xsl:if>
  </xsl:template>

  <!-- What a line says beside its item. -->
  <xsl:template name="line-details">
    <xsl:if test="string-length(cbc:ID) &gt; 4 and normalize-space(cbc:ID) != normalize-space(cac:Item/cbc:Name)">
      <xsl:call-template name="detail">
        <xsl:with-param name="label" select="$l-line"/>
        <xsl:with-param name="value" select="cbc:ID"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="cbc:Note"><div class="detail text"><xsl:value-of select="."/></div></xsl:for-each>
    <xsl:if test="cac:InvoicePeriod/cbc:StartDate or cac:InvoicePeriod/cbc:EndDate">
      <xsl:call-template name="detail">
        <xsl:with-param name="label" select="$l-period"/>
        <xsl:with-param name="value">
          <xsl:call-template name="period">
            <xsl:with-param name="from" select="cac:InvoicePeriod/cbc:StartDate"/>
            <xsl:with-param name="to" select="cac:InvoicePeriod/cbc:EndDate"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="detail">
      <xsl:with-param name="label" select="$l-order"/>
      <xsl:with-param name="value" select="cac:OrderLineReference/cac:OrderReference/cbc:ID"/>
    </xsl:call-template>
    <xsl:call-template name="detail">
      <xsl:with-param name="label" select="$l-order-line"/>
      <xsl:with-param name="value" select="cac:OrderLineReference/cbc:LineID"/>
    </xsl:call-template>
    <xsl:call-template name="detail">
      <xsl:with-param name="label" select="$l-cost-centre"/>
      <xsl:with-param name="value" select="cbc:AccountingCost"/>
    </xsl:call-template>
    <xsl:call-template name="detail">
      <xsl:with-param name="label" select="$l-object"/>
      <xsl:with-param name="value" select="cac:DocumentReference/cbc:ID"/>
    </xsl:call-template>
    <xsl:for-each select="cac:AllowanceCharge">
      <div class="detail">
        <xsl:call-template name="allowance-charge-text"/>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="allowance-charge-amount"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="cac:Price">
    <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:PriceAmount"/></xsl:call-template>
    <xsl:variable name="base" select="cbc:BaseQuantity"/>
    <xsl:if test="$base and number($base) != 1">
      <div class="detail">
        <xsl:value-of select="$l-per"/>
        <xsl:call-template name="number"><xsl:with-param name="value" select="$base"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="unit">
          <xsl:with-param name="code" select="normalize-space($base/@unitCode)"/>
          <xsl:with-param name="quantity" select="$base"/>
        </xsl:call-template>
      </div>
    </xsl:if>
    <!-- BT-147, BT-148: the price before its discount -->
    <xsl:for-each select="cac:AllowanceCharge">
      <xsl:if test="cbc:BaseAmount">
        <div class="detail">
          <xsl:value-of select="$l-gross-price"/>
          <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:BaseAmount"/></xsl:call-template>
        </div>
      </xsl:if>
      <div class="detail">
        <xsl:value-of select="$l-price-discount"/>
        <xsl:call-template name="amount"><xsl:with-param name="value" select="cbc:Amount"/></xsl:call-template>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="cac:ClassifiedTaxCategory | cac:TaxCategory">
    <xsl:variable name="short">
      <xsl:call-template name="vat-short">
        <xsl:with-param name="code" select="normalize-space(cbc:ID)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$short != ''"><xsl:value-of select="$short"/></xsl:when>
      <xsl:when test="cbc:Percent">
        <xsl:call-template name="number"><xsl:with-param name="value" select="cbc:Percent"/></xsl:call-template>
        <xsl:text>%</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="cbc:ID"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
