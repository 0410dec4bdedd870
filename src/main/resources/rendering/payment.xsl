<?xml version="1.0" encoding="UTF-8"?>
<!-- BG-16: how to pay. With the Dutch g-account extension the amount is split over two accounts: payment means and
     payment terms then belong together by their id (GACCOUNT, BENEFICIARY). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="cbc cac">

  <!-- BT-90 -->
  <xsl:variable name="creditor" select="$supplier/cac:PartyIdentification/cbc:ID[@schemeID = 'SEPA']
      | $document/cac:PayeeParty/cac:PartyIdentification/cbc:ID[@schemeID = 'SEPA']"/>

  <xsl:template name="payment">
    <xsl:variable name="facts">
      <xsl:apply-templates select="$document/cac:PaymentMeans"/>
      <xsl:if test="$creditor or $document/cac:PaymentTerms/cbc:Note">
        <table class="means">
          <xsl:for-each select="$creditor">
            <xsl:call-template name="payment-fact">
              <xsl:with-param name="label" select="$l-creditor"/>
              <xsl:with-param name="value" select="."/>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:for-each select="$document/cac:PaymentTerms/cbc:Note">
            <xsl:call-template name="payment-fact">
              <xsl:with-param name="label" select="$l-terms"/>
              <xsl:with-param name="value" select="."/>
            </xsl:call-template>
          </xsl:for-each>
        </table>
      </xsl:if>
    </xsl:variable>
    <!-- a payment means of code 1, "not defined", says nothing by itself -->
    <xsl:if test="normalize-space($facts) != ''">
      <div class="payment">
        <xsl:call-template name="transfer"/>
        <h2>
          <xsl:choose>
            <xsl:when test="$credit = 'yes'"><xsl:value-of select="$l-settlement"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$l-payment"/></xsl:otherwise>
          </xsl:choose>
        </h2>
        <xsl:copy-of select="$facts"/>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The place of an EPC QR code: only where all there is to pay goes by plain transfer in euro to one account, and not
       what a person has already paid or may not pay this way. Whether the facts are right is judged outside the layout. -->
  <xsl:template name="transfer">
    <xsl:variable name="means" select="$document/cac:PaymentMeans"/>
    <xsl:variable name="code" select="concat(' ', normalize-space($means/cbc:PaymentMeansCode), ' ')"/>
    <xsl:variable name="payable" select="$document/cac:LegalMonetaryTotal/cbc:PayableAmount"/>
    <xsl:if test="$credit = 'no' and $currency = 'EUR' and not($payable/@currencyID != 'EUR')
        and count($payable) = 1 and count($means) = 1 and contains(' 30 31 42 58 ', $code)
        and count($means/cac:PayeeFinancialAccount) = 1 and count($means/cac:PayeeFinancialAccount/cbc:ID) = 1
        and not($means/cac:PaymentMandate) and not($document/cac:PaymentTerms/cbc:PaymentMeansID)
        and not($means/cac:CardAccount) and count($means/cbc:PaymentID) &lt; 2
        and not(contains(' GACCOUNT BENEFICIARY ', concat(' ', normalize-space($means/cbc:ID), ' ')))">
      <xsl:variable name="bank" select="$means/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch"/>
      <xsl:variable name="payee">
        <xsl:choose>
          <!-- BT-85: banks compare the name with that of the account's holder -->
          <xsl:when test="normalize-space($means/cac:PayeeFinancialAccount/cbc:Name) != ''">
            <xsl:value-of select="$means/cac:PayeeFinancialAccount/cbc:Name"/>
          </xsl:when>
          <xsl:when test="$document/cac:PayeeParty/cac:PartyName/cbc:Name">
            <xsl:value-of select="$document/cac:PayeeParty/cac:PartyName/cbc:Name"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="party-name"><xsl:with-param name="party" select="$supplier"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="reference">
        <xsl:choose>
          <xsl:when test="$means/cbc:PaymentID"><xsl:value-of select="$means/cbc:PaymentID"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$document/cbc:ID"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <div class="transfer">
        <img class="code" alt="EPC QR" data-name="{$payee}" data-iban="{$means/cac:PayeeFinancialAccount/cbc:ID}"
            data-bic="{$bank/cbc:ID | $bank/cac:FinancialInstitution/cbc:ID}"
            data-amount="{$payable}" data-reference="{$reference}"/>
        <div class="caption"><xsl:value-of select="$l-scan"/></div>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="payment-fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value) != ''">
      <tr>
        <td class="caption"><xsl:value-of select="$label"/></td>
        <td class="text"><xsl:value-of select="$value"/></td>
      </tr>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cac:PaymentMeans">
    <xsl:variable name="id" select="normalize-space(cbc:ID)"/>
    <xsl:variable name="share" select="$document/cac:PaymentTerms[$id != ''][cbc:PaymentMeansID = $id]/cbc:Amount"/>
    <table class="means">
      <xsl:if test="$share">
        <xsl:call-template name="payment-fact">
          <xsl:with-param name="label">
            <xsl:choose>
              <xsl:when test="$id = 'GACCOUNT'"><xsl:value-of select="$l-g-account"/></xsl:when>
              <xsl:when test="$id = 'BENEFICIARY'"><xsl:value-of select="$l-free-account"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$l-payable"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="money"><xsl:with-param name="value" select="$share"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="payment-fact">
        <xsl:with-param name="label" select="$l-means"/>
        <xsl:with-param name="value">
          <!-- in the reader's language where the code has words, else as the document names it -->
          <xsl:variable name="words">
            <xsl:call-template name="means">
              <xsl:with-param name="code" select="normalize-space(cbc:PaymentMeansCode)"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="cbc:PaymentMeansCode/@name and ($words = '' or starts-with($words, 'Code '))">
              <xsl:value-of select="cbc:PaymentMeansCode/@name"/>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="cac:PayeeFinancialAccount">
        <xsl:call-template name="account-facts"/>
      </xsl:for-each>
      <xsl:for-each select="cbc:PaymentID">
        <xsl:call-template name="payment-fact">
          <xsl:with-param name="label" select="$l-payment-reference"/>
          <xsl:with-param name="value" select="."/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="payment-fact">
        <xsl:with-param name="label" select="$l-mandate"/>
        <xsl:with-param name="value" select="cac:PaymentMandate/cbc:ID"/>
      </xsl:call-template>
      <xsl:call-template name="payment-fact">
        <xsl:with-param name="label" select="$l-debited-account"/>
        <xsl:with-param name="value">
          <xsl:call-template name="account">
            <xsl:with-param name="value" select="cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="payment-fact">
        <xsl:with-param name="label" select="$l-card"/>
        <xsl:with-param name="value" select="cac:CardAccount/cbc:PrimaryAccountNumberID"/>
      </xsl:call-template>
      <xsl:call-template name="payment-fact">
        <xsl:with-param name="label" select="$l-card-holder"/>
        <xsl:with-param name="value" select="cac:CardAccount/cbc:HolderName"/>
      </xsl:call-template>
    </table>
  </xsl:template>

  <xsl:template name="account-facts">
    <xsl:call-template name="payment-fact">
      <xsl:with-param name="label" select="$l-account"/>
      <xsl:with-param name="value">
        <xsl:call-template name="account"><xsl:with-param name="value" select="cbc:ID"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="payment-fact">
      <xsl:with-param name="label" select="$l-account-name"/>
      <xsl:with-param name="value" select="cbc:Name"/>
    </xsl:call-template>
    <xsl:call-template name="payment-fact">
      <xsl:with-param name="label" select="$l-bic"/>
      <xsl:with-param name="value" select="cac:FinancialInstitutionBranch/cbc:ID
          | cac:FinancialInstitutionBranch/cac:FinancialInstitution/cbc:ID"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
