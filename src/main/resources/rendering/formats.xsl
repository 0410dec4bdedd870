<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers, dates and account numbers. Amounts are handled as text: what is printed is what the document says, digit
     for digit, never what a floating-point number makes of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- A number with at least so many decimals; further decimals only as far as they are not zero. -->
  <xsl:template name="number">
    <xsl:param name="value"/>
    <xsl:param name="decimals" select="0"/>
    <xsl:variable name="text" select="normalize-space($value)"/>
    <xsl:variable name="digits" select="translate($text, '+-', '')"/>
    <xsl:variable name="fraction" select="substring-after($digits, '.')"/>
    <xsl:variable name="plain">
      <xsl:if test="translate($digits, '0123456789.', '') = ''">yes</xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$digits = '' or string-length($digits) &gt; 40">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:when test="$plain = '' or contains($fraction, '.') or contains(substring($text, 2), '-')">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="starts-with($text, '-')">-</xsl:if>
        <xsl:call-template name="thousands">
          <xsl:with-param name="digits">
            <xsl:call-template name="without-leading-zeros">
              <xsl:with-param name="digits" select="substring-before(concat($digits, '.'), '.')"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:variable name="kept">
          <xsl:call-template name="without-trailing-zeros">
            <xsl:with-param name="digits" select="$fraction"/>
            <xsl:with-param name="least" select="$decimals"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:variable name="padded"
            select="concat($kept, substring('0000000000', 1, $decimals - string-length($kept)))"/>
        <xsl:if test="$padded != ''">
          <xsl:value-of select="concat($decimal-mark, $padded)"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="without-leading-zeros">
    <xsl:param name="digits"/>
    <xsl:choose>
      <xsl:when test="$digits = ''">0</xsl:when>
      <xsl:when test="starts-with($digits, '0') and string-length($digits) &gt; 1">
        <xsl:call-template name="without-leading-zeros">
          <xsl:with-param name="digits" select="substring($digits, 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$digits"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="without-trailing-zeros">
    <xsl:param name="digits"/>
    <xsl:param name="least"/>
    <xsl:variable name="length" select="string-length($digits)"/>
    <xsl:choose>
      <xsl:when test="$length &gt; $least and substring($digits, $length) = '0'">
        <xsl:call-template name="without-trailing-zeros">
          <xsl:with-param name="digits" select="substring($digits, 1, $length - 1)"/>
          <xsl:with-param name="least" select="$least"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$digits"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="thousands">
    <xsl:param name="digits"/>
    <xsl:variable name="length" select="string-length($digits)"/>
    <xsl:if test="$length &gt; 3">
      <xsl:call-template name="thousands">
        <xsl:with-param name="digits" select="substring($digits, 1, $length - 3)"/>
      </xsl:call-template>
      <xsl:value-of select="$thousands-mark"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$length &gt; 3"><xsl:value-of select="substring($digits, $length - 2)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$digits"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An amount of money: two decimals at least. -->
  <xsl:template name="amount">
    <xsl:param name="value"/>
    <xsl:call-template name="number">
      <xsl:with-param name="value" select="$value"/>
      <xsl:with-param name="decimals" select="2"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An amount with its currency: the sign of the euro, another by its code. -->
  <xsl:template name="money">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="$currency = 'EUR'"><xsl:text>€&#160;</xsl:text></xsl:when>
      <xsl:when test="$currency != ''"><xsl:value-of select="concat($currency, '&#160;')"/></xsl:when>
    </xsl:choose>
    <xsl:call-template name="amount"><xsl:with-param name="value" select="$value"/></xsl:call-template>
  </xsl:template>

  <!-- An amount that is subtracted: its sign turned. -->
  <xsl:template name="subtracted">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="normalize-space($value)"/>
    <xsl:call-template name="amount">
      <xsl:with-param name="value">
        <xsl:choose>
          <xsl:when test="starts-with($text, '-')"><xsl:value-of select="substring($text, 2)"/></xsl:when>
          <xsl:when test="translate($text, '0.', '') = ''"><xsl:value-of select="$text"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('-', translate($text, '+', ''))"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A date; anything that is not one is printed as it stands. A time zone is left out. -->
  <xsl:template name="date">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="normalize-space($value)"/>
    <xsl:variable name="shape" select="translate(substring($text, 1, 10), '123456789', '000000000')"/>
    <xsl:choose>
      <xsl:when test="$shape = '0000-00-00'">
        <xsl:call-template name="date-parts">
          <xsl:with-param name="year" select="substring($text, 1, 4)"/>
          <xsl:with-param name="month" select="substring($text, 6, 2)"/>
          <xsl:with-param name="day" select="substring($text, 9, 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="period">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:choose>
      <xsl:when test="$from and $to">
        <xsl:call-template name="date"><xsl:with-param name="value" select="$from"/></xsl:call-template>
        <xsl:value-of select="$l-until"/>
        <xsl:call-template name="date"><xsl:with-param name="value" select="$to"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$from">
        <xsl:value-of select="$l-from"/>
        <xsl:call-template name="date"><xsl:with-param name="value" select="$from"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$to">
        <xsl:value-of select="$l-to"/>
        <xsl:call-template name="date"><xsl:with-param name="value" select="$to"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- An IBAN in groups of four; another account number as it stands. -->
  <xsl:template name="account">
    <xsl:param name="value"/>
    <xsl:variable name="text" select="translate(normalize-space($value), ' ', '')"/>
    <xsl:variable name="country" select="translate(substring($text, 1, 2), $upper, '')"/>
    <xsl:variable name="check" select="translate(substring($text, 3, 2), '0123456789', '')"/>
    <xsl:choose>
      <xsl:when test="$country = '' and $check = '' and string-length($text) &gt; 14 and string-length($text) &lt; 35">
        <xsl:call-template name="fours"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($value)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fours">
    <xsl:param name="text"/>
    <xsl:value-of select="substring($text, 1, 4)"/>
    <xsl:if test="string-length($text) &gt; 4">
      <xsl:text>&#160;</xsl:text>
      <xsl:call-template name="fours"><xsl:with-param name="text" select="substring($text, 5)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
</xsl:stylesheet>
