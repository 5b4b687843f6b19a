package dev.tocsin.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.channels.http.AddressRules.Scope;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,PUBLIC",
    "192.0.1.1,PUBLIC",
    "198.20.0.1,PUBLIC",
    "2606:4700::1111,PUBLIC",
    "2001:4860:4860::8888,PUBLIC",
    "127.0.0.1,PRIVATE",
    "127.9.9.9,PRIVATE",
    "2130706433,PRIVATE",
    "::1,PRIVATE",
    "::ffff:127.0.0.1,PRIVATE",
    "10.1.2.3,PRIVATE",
    "172.16.0.1,PRIVATE",
    "192.168.1.1,PRIVATE",
    "100.64.0.1,PRIVATE",
    "fc00::1,PRIVATE",
    "fd12:3456::1,PRIVATE",
    "169.254.169.254,LINK_LOCAL",
    "fe80::1,LINK_LOCAL",
    "100.100.100.200,LINK_LOCAL",
    "168.63.129.16,LINK_LOCAL",
    "fd00:ec2::254,LINK_LOCAL",
    "0.0.0.0,OTHER",
    "0.1.2.3,OTHER",
    "::,OTHER",
    "224.0.0.1,OTHER",
    "ff02::1,OTHER",
    "255.255.255.255,OTHER",
    "192.0.0.8,OTHER",
    "198.18.0.1,OTHER",
    "64:ff9b::a00:1,OTHER",
    "2002:a00:1::,OTHER",
    "2001:0:1::1,OTHER",
    "::10.0.0.1,OTHER",
  })
  void knowsWhereAnAddressLeads(String address, Scope scope) throws Exception {
    InetAddress parsed = InetAddress.getByName(address);
    assertThat(AddressRules.scope(parsed)).isEqualTo(scope);
    assertThat(new AddressRules(false, false).allow(parsed)).isEqualTo(scope == Scope.PUBLIC);
    assertThat(new AddressRules(true, true).allow(parsed)).isEqualTo(scope != Scope.OTHER);
    assertThat(new AddressRules(true, false).allow(parsed))
        .isEqualTo(scope == Scope.PUBLIC || scope == Scope.PRIVATE);
  }
}
